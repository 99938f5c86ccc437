/** What the visitor wishes: the system's choice, light or dark. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'gaussmix-theme';
const chosen = $state({ theme: remembered() });
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const system = $state({ dark: darkSystem.matches });
darkSystem.addEventListener('change', ({ matches }) => {
  system.dark = matches;
});

/** The visitor's theme, and whether it comes out dark: canvases have to be drawn anew when it changes. */
export const theme = {
  get chosen(): Theme {
    return chosen.theme;
  },
  get dark(): boolean {
    return chosen.theme === 'system' ? system.dark : chosen.theme === 'dark';
  },
};

/** Takes a theme, and remembers it. */
export function chooseTheme(next: Theme): void {
  chosen.theme = next;
  try {
    localStorage.setItem(key, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  applyTheme();
}

/** Tells the style sheets. */
export function applyTheme(): void {
  if (chosen.theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen.theme;
}

function remembered(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}
