import {createContext, useContext} from 'react';
import {type Symbols, unicodeSymbols} from '../../format/symbols.ts';
import {ownPalettes} from '../theme/palettes.ts';
import {createTheme, type Theme} from '../theme/theme.ts';
import {createPainter, type Painter} from './paint-line.ts';
import type {Screen} from './screen.ts';

/** What panes are painted with. */
export interface Canvas {
	/** Left out where Ink draws everything: component tests, screen readers. */
	readonly screen?: Screen;
	readonly painter: Painter;
	readonly symbols: Symbols;
	readonly theme: Theme;
	/** Hears of a pane that cannot be drawn, with every frame in which it cannot; it then shows its fault. */
	readonly onFault?: (pane: string, error: unknown) => void;
}

const theme = createTheme({level: '24', palette: ownPalettes.dark});

export const CanvasContext = createContext<Canvas>({
	painter: createPainter(theme, unicodeSymbols),
	symbols: unicodeSymbols,
	theme,
});

export const useCanvas = (): Canvas => useContext(CanvasContext);
