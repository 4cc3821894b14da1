/** Stands for a secret; its length says nothing. */
export const cover = '******';

/** `API_KEY` and `apiKey` in words: api, key. */
const wordsOf = (name: string): readonly string[] =>
	name
		.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.split(/[^a-z\d]+/)
		.filter(Boolean);

const secretWords: ReadonlySet<string> = new Set(
	'password passwd passphrase passcode pass pw secret secrets token tokens key keys apikey apitoken secretkey accesskey privatekey authkey dbpass credential credentials cred creds auth authorization cookie salt pepper pin otp seed signature dsn'.split(
		' ',
	),
);

/** Written in one word with others: `PGPASSWORD`, `DBPASSWD`, `ACCESSTOKEN`. */
const secretPart = /passw(?:or)?d|passphrase|secret|token|credential|apikey|privatekey/;

/** What is said of a secret is none: `TOKEN_TTL`, `PASSWORD_MIN_LENGTH`. */
const harmlessEnds: ReadonlySet<string> = new Set(
	'ttl timeout expiry expires expiration lifetime length size enabled disabled required header algorithm alg type policy prefix issuer count max min rounds'.split(
		' ',
	),
);

/** Where a secret is kept is none either, but only where the value looks like a place. */
const placeEnds: ReadonlySet<string> = new Set(['file', 'path', 'dir', 'directory', 'location']);
const place = /^(?:\.{0,2}\/|[A-Za-z]:\\|file:\/)/;

const publicWords: ReadonlySet<string> = new Set(['public', 'pub']);

/** Nobody keeps a secret in these. */
const plainValue = /^(?:|true|false|yes|no|on|off|none|null|required|optional)$/i;

/** True where a value of that name is a secret, whatever it looks like. */
export const isSecretName = (name: string, value = '?'): boolean => {
	const words = wordsOf(name);
	const last = words.at(-1) ?? '';
	if (plainValue.test(value) || harmlessEnds.has(last)) return false;
	if (placeEnds.has(last) && place.test(value)) return false;
	// Of a pair the other half; and `KEY` alone names a key of anything.
	if (words.some(word => publicWords.has(word)) && !words.includes('secret')) return false;
	return words.some(word => secretWords.has(word) || secretPart.test(word));
};

/** The value as it may be shown: covered whole where its name or its shape says so, else its secret parts. */
export const maskValue = (name: string, value: string): string =>
	isDsnName(name) ? maskDsn(value) : isSecretName(name, value) ? cover : maskSecrets(value);

/** `NAME=value`, of which the value is masked; any other text by its shape alone. */
export const maskAssignment = (text: string): string => {
	const [, name, value] = /^([^=\s]+)=(.*)$/su.exec(text) ?? [];
	return name === undefined || value === undefined
		? maskSecrets(text)
		: `${name}=${maskValue(name.replace(/^-+/, ''), value)}`;
};

/** The address in it is worth knowing, so only who it lets in is covered. */
const isDsnName = (name: string): boolean => wordsOf(name).at(-1) === 'dsn';

const maskDsn = (value: string): string =>
	maskSecrets(value).replaceAll(/([a-z][a-z\d+.-]{0,30}:\/\/)[^\s/@]{1,512}@/gi, `$1${cover}@`);

type Cover = readonly [shape: RegExp, instead: string];

/** Names of parameters in addresses, options and files. */
const parameter =
	'pass(?:word|wd|phrase)?|requirepass|masterauth|pwd|secret|client[-_]?secret|(?:access|auth|refresh|id|api)?[-_]?token|api[-_]?key|(?:secret|access|account|shared[-_]?access|private)[-_]?key|sig|signature|credentials?';

/** Lengths are bounded, so that no text takes long, whoever wrote it. */
const covers: readonly Cover[] = [
	// A private key, also where its end was cut off or its lines were joined.
	[/-----BEGIN [A-Z\d ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z\d ]*-----|$)/g, cover],
	// The password of an address: up to the last @, because it may hold one.
	[/([a-z][a-z\d+.-]{0,30}:\/\/[^\s:@/?#]{0,512}):\S{1,4096}@/gi, `$1:${cover}@`],
	// The same without a scheme, as Go's MySQL driver has it.
	[/(^|[\s"'=])([\w.-]{1,128}):[^\s@]{1,512}@((?:tcp|unix)\()/gi, `$1$2:${cover}@$3`],
	// A token in place of a user.
	[/([a-z][a-z\d+.-]{0,30}:\/\/)[\w-]{16,512}@/gi, `$1${cover}@`],
	// JSON Web Tokens.
	[/\beyJ[\w-]{5,4096}\.[\w-]{5,}(?:\.[\w-]*)?/g, cover],
	// What well-known services give out.
	[
		/\b(?:gh[oprsu]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|(?:sk|rk|pk)[-_](?:live|test|proj|ant)[-_][\w-]{10,}|sk-[\w-]{20,}|A(?:KIA|SIA)[A-Z\d]{16}|AIza[\w-]{30,}|ya29\.[\w-]{10,}|npm_\w{20,}|hf_\w{20,}|dop_v1_\w{20,}|SG\.[\w-]{10,}\.[\w-]{10,})/g,
		cover,
	],
	[/\b(Bearer|Basic)\s+[\w+/=.~-]{8,}/gi, `$1 ${cover}`],
	// `"password": "x"`, `password=x`, `--token x`.
	[
		new RegExp(`(["'](?:${parameter})["']\\s*:\\s*)(?:"[^"]*"|'[^']*'|[^\\s,}]+)`, 'gi'),
		`$1"${cover}"`,
	],
	[
		new RegExp(`((?:^|[^a-z\\d])(?:${parameter})\\s*=\\s*)(?:"[^"]*"|'[^']*'|[^\\s&;,"']+)`, 'gi'),
		`$1${cover}`,
	],
	[new RegExp(`(--(?:[a-z]{1,20}-){0,4}(?:${parameter})\\s+)[^\\s-]\\S*`, 'gi'), `$1${cover}`],
];

/** Any text with a cover over what looks like a secret: addresses with a password, tokens, private keys. */
export const maskSecrets = (text: string): string =>
	covers.reduce((masked, [shape, instead]) => masked.replaceAll(shape, instead), text);
