import { expect, test } from 'vitest'
import { isAddressed } from '../../src/write/addressed.ts'

test.each([
  'You can play the song here.',
  'We have a couple of options here.',
  'For inspiration, check out the log of the old keeper.',
  'Have a look at these known issues.',
  'See the new chart.',
  'Please submit your songs for the next feast.',
  'Contact keeper@harbour.example before you row.',
  'Join the harbour channel to talk about locks.',
  'Are you passionate about locks?',
  'Looking for a boat?',
  'In part two, we will look at the gauge.',
  'Next, we’ll explain how the gate moves.',
  'Let’s open the lower gate.',
  'Let us begin.',
  'Here is a list of the boats.',
  'I apologize that I can’t recall the keeper.',
  'I hope to row again in May.',
  'I’m grateful to the town.',
  'We would especially like to thank Ann Bell.',
  'As you can imagine, the gate was shut.',
  'We go into the differences below.',
  'Read the rules listed below before you row.',
  'If you would like to row, please find us at the quay.',
  'Thank you for caring!',
  'We would love to have you in the harbour.',
  'Note the old mark on the wall.',
  'Finished with your boat?',
  'P.S. The gate is shut.',
  'Note especially how the gate moves.',
  'Hopefully you are as glad as we are.',
  'Close to the end of the post there are two charts.',
  'I’m sure I have annoyed a few keepers.',
  'So far we have looked at one gate.',
  'Below is the set of rules.',
  'This old chart shows the tides.',
])('%s speaks to who reads the page, or of who wrote it', (text) => {
  expect(isAddressed(text)).toBe(true)
})

test.each([
  'The keeper is finally here.',
  'For small boats, see that the gate is open.',
  'See how the gate moves before you row.',
  'Please do not open both gates.',
  'Are you sure that the gate is shut?',
  'We will look to the keeper for help.',
  'Let’s Row is a club of forty boats.',
  'It was ten degrees below.',
  'Note that both gates are shut.',
  'Updates of the log are made by hand.',
  'We looked at forty locks in one year.',
  'Charts show the tides.',
  'If you row at night, carry a lamp.',
  'Here, as in the north, the tide is high.',
  'I row every day before the gate opens.',
])('%s speaks of the matter', (text) => {
  expect(isAddressed(text)).toBe(false)
})
