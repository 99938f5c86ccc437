/**
 * Lets keys reach an element while it is too narrow for what is inside, so that they can scroll it: an attachment.
 *
 * @returns what undoes it
 */
export function scrolledByKeys(element: HTMLElement): () => void {
  const look = () => {
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(look);
  observer.observe(element);
  for (const inner of element.children) observer.observe(inner);
  // Fonts that come late make what is inside wider, and not its place.
  document.fonts.ready.then(look);
  return () => observer.disconnect();
}
