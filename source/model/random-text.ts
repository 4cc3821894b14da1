/**
 * Keys that were made by a machine show it: no word is so long and so mixed. Told are runs of at least 20
 * letters of base64, base64url, base36 or hex; that a run is an id and no secret is told by its length and form.
 */

/** Not within an address, a path, a version or a domain: there it is a part of something that says what it is. */
const run = /(?<![\w+/.:@%-])[A-Za-z\d+/_-]{20,}={0,2}(?![\w+/=@%-]|[.:]\w)/g;

/** Ids and sums, which name things. Of 32 digits of hex too many are keys. */
const ids: readonly RegExp[] = [
	/^[a-f\d]{8}-(?:[a-f\d]{4}-){3}[a-f\d]{12}$/i,
	// Commits; ids of containers, images, networks and volumes; sums.
	/^(?:[a-f\d]{40}|[a-f\d]{56}|[a-f\d]{64}|[a-f\d]{96}|[a-f\d]{128})$/i,
	// Ids of swarm.
	/^[a-z\d]{25}$/,
	// Sums of packages, and keys that are public.
	/^(?:sha\d+|md5|h1)-/,
	/^AAAA[A-Z]3N/,
];

/** Longer ones are judged by their beginning. */
const mostJudged = 512;
/** Bits a letter; of hex there are at most 4. */
const leastBits = 3.5;
const leastHexBits = 3;
/** Letters between two separators, on average and at most: words are shorter. */
const leastBetween = 7;
const leastLongest = 12;
/** How often a letter is of another kind than the one before it: small, capital, digit. */
const leastChanges = 0.28;
/** Without a digit it may be humps of words. */
const leastChangesOfLetters = 0.5;

/** The text, each run that only a machine would write replaced. */
export const replaceRandom = (text: string, instead: string): string =>
	text.length < 20 ? text : text.replaceAll(run, found => (isRandom(found) ? instead : found));

const isRandom = (found: string): boolean => {
	const text = found.slice(0, mostJudged).replace(/=+$/, '');
	if (ids.some(id => id.test(text))) return false;
	const parts = text.split(/[-_/+]+/).filter(Boolean);
	const letters = parts.join('');
	if (letters.length / parts.length < leastBetween) return false;
	if (Math.max(...parts.map(({length}) => length)) < leastLongest) return false;
	if (text.includes('/') && text.split('/').some(isWord)) return false;
	if (!/[A-Za-z]/.test(letters)) return false;
	const isHex = /^[a-f\d]+$/i.test(letters);
	if (bitsOf(letters) < (isHex ? leastHexBits : leastBits)) return false;
	return changesOf(letters) >= (/\d/.test(letters) ? leastChanges : leastChangesOfLetters);
};

/** Of a path. */
const isWord = (text: string): boolean => /^[a-z]{3,}$/.test(text);

/** Shannon's entropy by how often each letter is in it: bits a letter. */
const bitsOf = (text: string): number => {
	const counts = new Map<string, number>();
	for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) {
		const share = count / text.length;
		bits -= share * Math.log2(share);
	}
	return bits;
};

const changesOf = (text: string): number => {
	let changes = 0;
	for (let index = 1; index < text.length; index++) {
		if (kindOf(text.charCodeAt(index)) !== kindOf(text.charCodeAt(index - 1))) changes++;
	}
	return changes / (text.length - 1);
};

/** Of a code: digit, capital, small. */
const kindOf = (code: number): number => (code < 58 ? 0 : code < 91 ? 1 : 2);
