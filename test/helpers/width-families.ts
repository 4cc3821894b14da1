/** Texts by what makes their width doubtful; beside those of `width-corpus.ts`, which are told one by one. */

const points = (...codes: readonly number[]): string => String.fromCodePoint(...codes);

/** So many characters from this one on, as one word. */
const run = (from: number, count: number): string =>
	points(...Array.from({length: count}, (_, index) => from + index));

const flagOf = (country: string): string =>
	points(...[...country].map(letter => letter.charCodeAt(0) - 65 + 0x1_f1_e6));

const flags = [
	...'JP DE FR GB US BR IN CN KR IL SA TH VN NP CH EU UN ZA NG MX AR CA AU NZ UA'.split(' '),
].map(
	(country, index) => `${flagOf(country)}${index % 3 === 0 ? '' : ` ${country.toLowerCase()}-api`}`,
);

/** Scotland and Wales are a black flag with letters that are not drawn. */
const flagWithTags = (letters: string): string =>
	points(0x1_f3_f4, ...[...letters].map(letter => 0xe_00_00 + letter.charCodeAt(0)), 0xe_00_7f);

const keycaps = [...'0123456789*#'].map(key => `${key}\ufe0f\u20e3-step`);

const tones = ['🏻', '🏼', '🏽', '🏾', '🏿'];
const hands = ['👋', '✌', '☝', '🤝', '🫶', '🧑', '🏃', '🕵'];
const toned = hands.flatMap((hand, index) => [
	`${hand}${tones[index % 5]}`,
	`${hand}${tones[(index + 2) % 5]}x${hand}`,
]);

/** Joined by U+200D: one picture, some pictures, or boxes, as the terminal pleases. */
const joined = [
	...['👨‍👩‍👧', '👨‍👨‍👦‍👦', '👩‍❤️‍👨', '👩‍❤️‍💋‍👩', '🧑‍💻', '👩🏽‍🔬', '👨🏿‍🦳', '🐕‍🦺', '🐈‍⬛', '🐻‍❄️'],
	...['🏴‍☠️', '🏳️‍⚧️', '👁️‍🗨️', '🧑‍🤝‍🧑', '👩🏻‍🤝‍👨🏿', '🧜‍♀️', '🤷🏼‍♂️', '❤️‍🔥', '😮‍💨', '⛓️‍💥'],
	...['\u200d📦', '📦\u200d', '📦\u200d\u200d📦', 'a\u200db', '👨\u200dx\u200d👩'],
];

/** As a sign of text and as a picture. */
const variations = [
	...['☀', '☎', '✂', '✏', '♻', '⚙', '⚡', '⛔', '™', '©', '▶', '◀', '↔', '⏏', '☺', '⚓'],
].flatMap(sign => [`${sign}\ufe0e text`, `${sign}\ufe0f emoji`]);

const oddVariations = [
	...['\ufe0f', 'a\ufe0f', '漢\ufe00', '䀀\u{e0100}', '≨\ufe00', '᠀\u180b', '\ufe0f\ufe0f\ufe0f'],
];

/** Marks on letters that have a form of their own with them, and on those that have none. */
const marked = [...'aegknoqxyzÅñ'].flatMap((letter, index) => [
	`${letter}${points(0x300 + index * 7)}${letter}${points(0x323 + index)}-job`,
	`${letter}${points(0x1d_c0 + index)}${points(0x20_d0 + index)}`,
]);

const piled = [3, 8, 15, 30, 80].map(count => `z${run(0x300, count)}algo`);

/** Every letter bears some marks above, through and below. */
const zalgo = ['api', 'worker', 'cache-1', 'postgres'].map((word, seed) =>
	[...word].map((letter, index) => letter + run(0x300 + ((seed + index) % 9) * 10, 6)).join(''),
);

const eastAsian = [
	...[
		'東京リージョン',
		'北京-節點',
		'메시지큐',
		'漢a字b',
		'a漢',
		'カタカナ',
		'ｶﾀｶﾅ',
		'ひらがな',
		'ㄅㄆㄇ',
		'注音ㄓ',
	],
	...[
		'〈書名〉',
		'「引用」',
		'，。！？',
		'ＡＰＩ－１',
		'￥１００',
		'￦￥',
		'々〆〇',
		'㌔㌘',
		'㎏㎢',
		'㈀㉠',
	],
	...['가나다', '각각', '한글', 'ퟰퟻ', 'ꥠꥡ', '𠮷野家', '𪚥', '龘龘龘', '〡〢〣', '⼀⼁⼂'],
	...['西夏𗀀𗀁', '𛀀𛀁', '🈁🈂️', '🀄🃏', '⿰氵每', '丨丿', '\u3000\u3000全角', '字\u3000空'],
];

const rightToLeft = [
	...[
		'خدمة',
		'قاعدة-بيانات',
		'ﷺ',
		'ﻻ',
		'مُحَمَّد',
		'لَا',
		'١٢٣٤',
		'پایگاه',
		'خ‌دم',
		'א‎ב',
		'שָׁלוֹם',
		'מסד-נתונים',
	],
	...[
		'ܫܠܡܐ',
		'ދިވެހި',
		'ߒߞߏ',
		'\u200fapi',
		'api\u200f',
		'\u202babc\u202c',
		'\u2067x\u2069',
		'\u061cع',
		'a ع b',
		'۝١٢',
		'؁٣',
	],
];

const indic = [
	...[
		'सेवा',
		'डेटाबेस',
		'क्षत्रिय',
		'र्क',
		'हिन्दी',
		'কম্পিউটার',
		'ক্ষ',
		'ਪੰਜਾਬੀ',
		'ગુજરાતી',
		'ଓଡ଼ିଆ',
		'சேவை',
		'க்ஷ',
		'తెలుగు',
		'క్ష',
	],
	...[
		'ಕನ್ನಡ',
		'മലയാളം',
		'ക്ഷ',
		'සිංහල',
		'ක්‍ෂ',
		'𑂍𑂮',
		'ᰛᰩᰵ',
		'\u093f',
		'क\u200d',
		'क्\u200cष',
		'नि\u0902',
		'०१२३',
	],
];

const southEastAsian = [
	...[
		'บริการ',
		'ที่นี่',
		'กำ',
		'น้ำ',
		'เซิร์ฟเวอร์',
		'ฏฺ',
		'ບໍລິການ',
		'ກຳ',
		'សេវាកម្ម',
		'ក្ក',
		'ဝန်ဆောင်မှု',
		'က္က',
		'ᨅᨔ',
		'ᬅᬓ᭄ᬱ',
	],
	...['ꦗꦮ', 'ᜊᜌ᜔', 'ꯃꯤꯇꯩ', 'བཀྲ་ཤིས', 'རྒྱ', '\u0e33', '\u0e31\u0e49', 'ฯลฯ'],
];

const otherScripts = [
	...[
		'Ελλάδα',
		'Ѽ҈',
		'ҟ҉',
		'Кириллица',
		'ქართული',
		'Հայերեն',
		'አገልግሎት',
		'ፚ፠',
		'ᏣᎳᎩ',
		'ᐃᓄᒃ',
		'ᚠᚢᚦ',
		'ᠮᠣᠩᠭᠣᠯ',
	],
	...['ꆈꌠ', 'ⵜⵉⴼ', '𐎀𐎁', '𒀀𒈾', '𓀀𓂀', '𝔄𝕭𝒞', '𝟘𝟙', 'ﬀﬁﬃ', 'Ǆǈ', 'ẞß', 'İıi̇', 'Å Å'],
];

/** What Unicode calls ambiguous: one cell, and two in terminals of East Asia. */
const ambiguous = [
	...[0xa1, 0xa7, 0xb0, 0xd7, 0x2c7, 0x391, 0x3b1, 0x410, 0x430, 0x2010, 0x2018, 0x2030, 0x2074],
	...[0x2121, 0x2153, 0x2160, 0x2190, 0x21d2, 0x2200, 0x2227, 0x2260, 0x22a5, 0x2460, 0x249c],
	...[0x2500, 0x2550, 0x2580, 0x2592, 0x25a0, 0x25b2, 0x25c6, 0x2605, 0x2640, 0x2660, 0x2667],
	...[0x266d, 0x2776, 0xe000, 0xfffd, 0x1_f1_00, 0x1_f1_30, 0x1_f1_70, 0xf_00_00],
].map(from => `${run(from, 6)}-${from.toString(16)}`);

/** Of no width, or of one, as the terminal pleases: alone, within and at the ends of a word. */
const unseen = [
	...[0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e],
	...[0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2061, 0x2063, 0x2066, 0x206a, 0x206f, 0x3164],
	...[0xfe00, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xfffc, 0x1_d1_73, 0xe_00_01, 0xe_01_00],
].map((code, index) => {
	const sign = points(code);
	return [`${sign}first`, `in${sign}side`, `last${sign}`][index % 3] + code.toString(16);
});

const hyphens = [
	'\u00ad',
	'soft\u00ad\u00adhy\u00adphen',
	'-\u00ad-',
	'no\u2011break',
	'\u2010\u2012\u2015',
];

const blanks = [
	...[
		'a\tb',
		'\t',
		'a\t\tb\tc',
		'1234567\tx',
		'12345678\tx',
		'漢字\tx',
		'📦\tx',
		'x\t\u0301',
		' \t ',
	],
	...[0x2000, 0x2003, 0x2009, 0x200a, 0x205f, 0x1680].map(code => `wide${points(code)}blank`),
];

const cut = [
	...['\ud83d', '\udc68', '👨\ud83d', '\udc00x', 'x\ud800', '\ud83c\ud83c\udde9'],
	...[0xfdd0, 0xffff, 0x1_ff_ff, 0x10_ff_ff, 0x5_00_00].map(code => `${points(code)}none`),
];

export const widthFamilies: readonly string[] = [
	...[flags, ['gbsct', 'gbwls', 'usca'].map(flagWithTags), keycaps, toned, joined].flat(),
	...[variations, oddVariations, marked, piled, zalgo, eastAsian, rightToLeft].flat(),
	...[indic, southEastAsian, otherScripts, ambiguous, unseen, hyphens, blanks, cut].flat(),
];
