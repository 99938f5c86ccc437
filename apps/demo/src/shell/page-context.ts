import { createContext } from 'svelte';
import type { PageEntry } from '../pages/pages.ts';

/** Which page is open. */
export const [currentPage, setCurrentPage] = createContext<PageEntry>();
