import { GaussmixError } from '@gaussmix/kernels';

/** What every figure takes beside its data. */
export interface FigureOptions {
  /** The page's document; in Node one of linkedom, `parseHTML('').document`. */
  readonly document: Document;
  /** In CSS pixels, at least 120. */
  readonly width?: number;
  /** In CSS pixels, at least 120. */
  readonly height?: number;
}

/** A checked document and the figure's size in CSS pixels. */
export interface Canvas {
  readonly document: Document;
  readonly width: number;
  readonly height: number;
}

/**
 * The document and the size that a figure is drawn with.
 *
 * An empty document, such as linkedom's `parseHTML('').document`, is given a root element: the chart library
 * reaches the document through it.
 *
 * @param where  the name that errors begin with, such as "scatterFigure"
 * @throws GaussmixError "document" or "size"
 */
export function canvasOf(
  options: FigureOptions,
  where: string,
  defaults: { width: number; height: number },
): Canvas {
  const { document, width = defaults.width, height = defaults.height } = options;
  if (typeof document?.createElementNS !== 'function') {
    throw new GaussmixError(
      'document',
      `${where}: options.document must be a DOM document, got ${document === null ? 'null' : typeof document}. ` +
        "In a page pass document; in Node pass parseHTML('').document of the package linkedom.",
    );
  }
  for (const [name, value] of Object.entries({ width, height })) {
    if (value >= 120 && value < Infinity) continue;
    throw new GaussmixError('size', `${where}: ${name} must be at least 120 pixels, got ${value}.`);
  }
  if (!document.documentElement) document.appendChild(document.createElement('html'));
  return { document, width, height };
}
