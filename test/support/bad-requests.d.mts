export function badRequest(port: number, seed: number): Promise<string>
