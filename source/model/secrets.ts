import {replaceRandom} from './random-text.ts';

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

/** How many there are. */
const manyOf: ReadonlySet<string> = new Set(['tokens', 'keys', 'secrets', 'passwords']);

const publicWords: ReadonlySet<string> = new Set(['public', 'pub']);

/** Nobody keeps a secret in these. */
const plainValue = /^(?:|true|false|yes|no|on|off|none|null|required|optional)$/i;

/** True where a value of that name is a secret, whatever it looks like. */
export const isSecretName = (name: string, value = '?'): boolean => {
	const words = wordsOf(name);
	const last = words.at(-1) ?? '';
	if (plainValue.test(value) || harmlessEnds.has(last)) return false;
	if (placeEnds.has(last) && place.test(value)) return false;
	if (manyOf.has(last) && /^\d{1,7}$/.test(value)) return false;
	// Of a pair the other half; and `KEY` alone names a key of anything.
	if (words.some(word => publicWords.has(word)) && !words.includes('secret')) return false;
	return words.some(word => secretWords.has(word) || secretPart.test(word));
};

/** `--db-pw`: the word after it is a password. */
export const isPasswordOption = (text: string): boolean => {
	const name = /^--?([a-z][\w-]*)$/i.exec(text)?.[1];
	return name !== undefined && (isSecretName(name) || /(pass|auth)$/i.test(name));
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

/** How what was found is shown. */
type Instead = string | ((found: string, ...groups: string[]) => string);
type Cover = readonly [shape: RegExp, instead: Instead];

/** Names of parameters in addresses, options and files. */
const parameter =
	'pass(?:word|wd|phrase)?|requirepass|masterauth|pwd|secret|client[-_]?secret|(?:access|auth|refresh|id|api)?[-_]?token|api[-_]?key|(?:secret|access|account|shared[-_]?access|private)[-_]?key|sig|signature|credentials?';

const quoted = `"[^"]*"|'[^']*'`;

/** In a text a name counts that could be nothing else: `key=3` and `auth=none` are said of many things. */
const isTellingName = (name: string, value: string): boolean => {
	if (!isSecretName(name, value)) return false;
	if (/^[A-Z\d]*_[A-Z\d_]*$/.test(name)) return true;
	return (
		new RegExp(`^(?:${secretPart.source})s?$`).test(wordsOf(name).at(-1) ?? '') ||
		/^PG|^MYSQL/.test(name)
	);
};

const coverPassword = (found: string, before: string, rest: string): string => {
	const at = rest.lastIndexOf('@');
	return at < 1 ? found : `${before}:${cover}${rest.slice(at)}`;
};

/** Lengths are bounded, so that no text takes long, whoever wrote it. */
const covers: readonly Cover[] = [
	// A private key, also where its end was cut off or its lines were joined.
	[/-----BEGIN [A-Z\d ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z\d ]*-----|$)/g, cover],
	// The password of an address: up to the last @, because it may hold one. Nothing is looked at twice.
	[/([a-z\d+.-]:\/\/[^\s:@/?#]{0,512}):(\S{1,4096})/gi, coverPassword],
	// The same without a scheme, as Go's MySQL driver has it.
	[/(^|[\s"'=])([\w.-]{1,128}):[^\s@]{1,512}@((?:tcp|unix)\()/gi, `$1$2:${cover}@$3`],
	// A token in place of a user.
	[/([a-z][a-z\d+.-]{0,30}:\/\/)[\w-]{16,512}@/gi, `$1${cover}@`],
	// JSON Web Tokens.
	[/(?<![\w-])eyJ[\w-]{5,4096}\.[\w-]{5,}(?:\.[\w-]*)?/g, cover],
	// What well-known services give out.
	[
		/\b(?:gh[oprsu]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|(?:sk|rk|pk)[-_](?:live|test|proj|ant)[-_][\w-]{10,}|sk-[\w-]{20,}|A(?:KIA|SIA)[A-Z\d]{16}|AIza[\w-]{30,}|ya29\.[\w-]{10,}|npm_\w{20,}|hf_\w{20,}|dop_v1_\w{20,}|pypi-[\w-]{20,}|shp(?:at|ca|pa|ss)_\w{20,}|hv[sb]\.[\w-]{20,}|dckr_pat_[\w-]{16,}|SG\.[\w-]{10,}\.[\w-]{10,}|\d{8,10}:[\w-]{35}\b|base64:[\w+/]{20,}={0,2})/g,
		cover,
	],
	[/\b(Bearer|Basic)\s+[\w+/=.~-]{8,}/gi, `$1 ${cover}`],
	// `"password": "x"`, `password=x`, `--token x`.
	[new RegExp(`(["'](?:${parameter})["']\\s*:\\s*)(?:${quoted}|[^\\s,}]+)`, 'gi'), `$1"${cover}"`],
	[
		new RegExp(`((?:^|[^a-z\\d])(?:${parameter})\\s*=\\s*)(?:${quoted}|[^\\s&;,"']+)`, 'gi'),
		`$1${cover}`,
	],
	[
		/(?<![\w-])(--?[a-z][\w-]{0,80})(\s+)([^\s-]\S*)/gi,
		(found, option, blank) => (isPasswordOption(option) ? `${option}${blank}${cover}` : found),
	],
	// The same by any name that tells: `"DB_PASSWORD": "x"`, `REDIS_AUTH=x y`, a line of YAML.
	[
		new RegExp(`(["'])([\\w.-]{1,80})\\1(\\s*[:=]\\s*)(${quoted})`, 'g'),
		(found, quote, name, between, value) =>
			isTellingName(name, value.slice(1, -1))
				? `${quote}${name}${quote}${between}"${cover}"`
				: found,
	],
	[
		new RegExp(`(?<![\\w.-])([A-Z][A-Z\\d_]{1,80})=(${quoted}|\\S+)`, 'g'),
		(found, name, value) => (isTellingName(name, value) ? `${name}=${cover}` : found),
	],
	[
		new RegExp(`(?<![\\w.-])([A-Za-z][\\w.-]{1,80})=(${quoted}|[^\\s&;,]+)`, 'g'),
		(found, name, value) => (isTellingName(name, value) ? `${name}=${cover}` : found),
	],
	[
		/^([ \t]*(?:-[ \t]+)?)([A-Za-z][\w.-]{1,80}):[ \t]+(\S+)[ \t]*$/gm,
		(found, before, name, value) =>
			isTellingName(name, value) ? `${before}${name}: ${cover}` : found,
	],
	// Programs that take a password by one letter.
	[/(\bsshpass\s+-p\s*)\S+/g, `$1${cover}`],
	[/(\b(?:mysql|mariadb)[\w-]{0,20}\b[^|;&\n]{0,200}?\s-p)[^\s"']\S*/g, `$1${cover}`],
	[/(\bredis-cli\b[^|;&\n]{0,200}?\s-a\s+)\S+/g, `$1${cover}`],
	[
		/(\b(?:curl|wget)\b[^|;&\n]{0,200}?\s(?:-u|--user)[\s=]{0,64}[^\s:=][^\s:]{0,127}:)\S+/g,
		`$1${cover}`,
	],
];

/** Any text with a cover over what looks like a secret: addresses with a password, tokens, keys. */
export const maskSecrets = (text: string): string => {
	if (text.length < shortestSecret) return text;
	const known = remembered.get(text);
	if (known !== undefined) return known;
	if (remembered.size >= mostRemembered || text.length > longestRemembered) remembered.clear();
	const masked = replaceRandom(
		covers.reduce((all, [shape, instead]) => all.replaceAll(shape, instead as () => string), text),
		cover,
	);
	remembered.set(text, masked);
	return masked;
};

/** `-p x`, `sig=x`: nothing that is covered is shorter. */
const shortestSecret = 4;

/** Commands and errors are drawn again and again; of very long ones the latest alone is kept. */
const remembered = new Map<string, string>();
const mostRemembered = 256;
const longestRemembered = 32 * 1024;
