import type {ColourLevel} from '../view/theme/theme.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How many colours a terminal has, by what it says of itself; NO_COLOR and FORCE_COLOR come first. */
export const colourLevel = (env: Environment): ColourLevel => {
	if (env['NO_COLOR']) return 'mono';
	const forced = forcedLevels[env['FORCE_COLOR'] ?? ''];
	if (forced !== undefined) return forced;
	if (/^(?:truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return '24';
	const term = env['TERM'] ?? '';
	if (term === 'dumb') return 'mono';
	return /256color|^tmux|^screen|kitty|ghostty|alacritty/.test(term) ? '256' : '16';
};

const forcedLevels: Readonly<Record<string, ColourLevel>> = {
	'0': 'mono',
	'1': '16',
	'2': '256',
	'3': '24',
};

/** False where the locale says that characters are not UTF-8; true where it says nothing. */
export const isUtf8 = (env: Environment): boolean => {
	const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
	if (locale === undefined || locale === '') return true;
	return /utf-?8/i.test(locale);
};
