import {always, type When} from './rule.ts';
import {readCount, readTime, type Words} from './words.ts';

/** Reads `after 10s for 5s every 3rd 50% once`, in any order, each at most once, to the end of the rule. */
export const readWhen = (words: Words): When => {
	const given: Given = {};
	while (!words.isAtEnd) {
		const read = words.take(
			'after, until, for, every, a percentage, once or a number of times',
			word => readerFor(word, given),
		);
		read(words, given);
	}
	const {forMillis, ...when} = {...always, ...given};
	return forMillis === undefined ? when : {...when, untilMillis: when.afterMillis + forMillis};
};

type Given = {-readonly [K in keyof When]?: When[K]} & {forMillis?: number};

type Reader = (words: Words, given: Given) => void;

/** Undefined also for what was given already, or would contradict it. */
const readerFor = (word: string, given: Given): Reader | undefined =>
	readers
		.find(({pattern, excludes}) => pattern.test(word) && excludes.every(name => !(name in given)))
		?.read(word);

const readers: ReadonlyArray<{
	readonly pattern: RegExp;
	readonly excludes: ReadonlyArray<keyof Given>;
	readonly read: (word: string) => Reader;
}> = [
	{
		pattern: /^after$/,
		excludes: ['afterMillis'],
		read: () => (words, given) => {
			given.afterMillis = takeTime(words);
		},
	},
	{
		pattern: /^until$/,
		excludes: ['untilMillis', 'forMillis'],
		read: () => (words, given) => {
			given.untilMillis = takeTime(words);
		},
	},
	{
		pattern: /^for$/,
		excludes: ['untilMillis', 'forMillis'],
		read: () => (words, given) => {
			given.forMillis = takeTime(words);
		},
	},
	{
		pattern: /^every$/,
		excludes: ['every'],
		read: () => (words, given) => {
			given.every = words.take('which one, such as 3rd', readOrdinal);
		},
	},
	{
		pattern: /^(?:100|\d{1,2})%$/,
		excludes: ['percent'],
		read: word => (_words, given) => {
			given.percent = Number(word.slice(0, -1));
		},
	},
	{
		pattern: /^once$/,
		excludes: ['times'],
		read: () => (_words, given) => {
			given.times = 1;
		},
	},
	{
		pattern: /^\d+$/,
		excludes: ['times'],
		read: word => (words, given) => {
			given.times = readCount(word) ?? words.fail('a smaller number');
			words.takeWord('times');
		},
	},
];

const takeTime = (words: Words): number => words.take('a time such as 10s', readTime);

const readOrdinal = (word: string): number | undefined => {
	const [, count] = /^([1-9]\d{0,5})(?:st|nd|rd|th)$/.exec(word) ?? [];
	return count === undefined ? undefined : Number(count);
};
