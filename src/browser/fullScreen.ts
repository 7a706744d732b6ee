/** Fills the screen with the page, or gives the screen back; does nothing if the browser cannot. */
export function toggleFullScreen(): void {
  // Absent on some phones, whatever the type says.
  const page: Partial<Pick<HTMLElement, 'requestFullscreen'>> = document.documentElement;
  const change =
    document.fullscreenElement === null
      ? page.requestFullscreen?.call(document.documentElement)
      : document.exitFullscreen();
  // Refused by a setting, or without a key or a click: the window stays as it is.
  change?.catch(() => {});
}
