import {hostilePayloads} from './payloads.ts';
import {widthFamilies} from './width-families.ts';

/** Text whose width terminals, fonts and libraries do not agree on, or that is not drawn at all. */
const oddWidths: readonly string[] = [
	// East Asian, full and half width, and what looks like blanks.
	...[
		'漢字サーバー',
		'데이터베이스',
		'ｆｕｌｌ　ｗｉｄｔｈ',
		'ﾊﾝｶｸ-ｶﾞ',
		'각',
		'\u3164\u115f',
		'〰️〽️',
		'㊗️㊙️',
	],
	// Emoji: joined, with a tone, as flags, keycaps, with and without a variation selector, new ones.
	...[
		'📦-worker',
		'👩‍👩‍👧‍👦',
		'👍🏽👍',
		'🏳️‍🌈',
		'🇯🇵🇩🇪🇯',
		'1️⃣#️⃣',
		'❤️ ❤ ❤︎',
		'☁️⚠️✈️ℹ️',
		'🫠🪿🫨',
		'🧑🏿‍🚀',
		'⌚⏰⭐✅',
	],
	// Marks that stand on a letter, on nothing, or in great number.
	...[
		'e\u0301te\u0301',
		'\u0301first',
		`a${'\u0301'.repeat(60)}z`,
		'Việt Nam',
		'ก็น้ำำ',
		'नमस्ते',
		'தமிழ்',
		'ဗမာ',
		'བོད',
		'z̷̢̛a̸l̵g̶o',
	],
	// From right to left, and what turns the direction.
	...['مرحبا-service', 'שלום', '\u202eevil\u202c', '\u2066x\u2069\u200f\u061c', '﷽', 'لا'],
	// One cell or two, as the terminal pleases.
	...['±°§¶×÷', 'αβγδ-ЖЩ', '→↑■□●○◎★', '①②⑩㈱', '…—―‖“”', '─│║▌█░', '⠿⡇', '½¼ª²³'],
	// Not for the eye.
	...[
		'nul\0soh\u0001',
		'tab\tafter\ttab',
		'two\nlines\r\nand more',
		'over\rwritten',
		'back\b\b\bspace',
	],
	...[
		'zero\u200bwidth\ufeff\u2060',
		'soft\u00adhyphen',
		'nb\u00a0sp\u2007\u202f\u3000',
		'c1\u009b31m\u0085\u009d0;t\u009c',
	],
	...[
		'\ud800lone\udc00',
		'\ufffe\uffff\u{1fffe}',
		'x\u{e0041}\u{e007f}',
		'\ue000\uf8ff\u{f0000}',
		'\u2028ls\u2029ps',
	],
	...['𒐫𒈙', '꧁꧂', '𝔘𝔫𝔦', '\u{1f1e6}', '\u{20000}\u{2a6df}', '\u0600\u070f\u08e2'],
];

/** With all that tries to steer a terminal, but the longest. More than 500, none twice. */
export const widthCorpus: readonly string[] = [
	...new Set([
		...oddWidths,
		...widthFamilies,
		...Object.values(hostilePayloads).filter(({length}) => length < 1500),
	]),
];
