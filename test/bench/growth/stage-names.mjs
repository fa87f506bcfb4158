/** The stages that are measured, in order. */
export const STAGES = ['read', 'outline', 'write', 'layOut', 'illustrate', 'fit', 'render', 'json']
