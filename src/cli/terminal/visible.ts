/** Text from foreign files with a space for each control character: no control sequence reaches the terminal. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
