import {dice} from './dice.ts';

/** A secret as it is met: a variable that holds it. `isTold`: its value alone shows that it is one. */
export interface AnySecret {
	readonly name: string;
	readonly value: string;
	/** What must not be seen of it. */
	readonly secret: string;
	readonly isTold: boolean;
}

const roll = dice(2026);
const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const base36 = lower + digits;
const base62 = base36 + lower.toUpperCase();
const hex = `${digits}abcdef`;

const of = (letters: string, length: number): string =>
	Array.from({length}, () => letters.charAt(roll(letters.length))).join('');

const pick = (items: readonly string[]): string => items[roll(items.length)] ?? '';

const repeat = (count: number, make: () => AnySecret): readonly AnySecret[] =>
	Array.from({length: count}, make);

/** Passwords as people make them: only the name gives them away. */
const named = (): AnySecret => {
	const secret = `${pick(['hunter', 'Kestrel', 'tr0ub4dor', 'correcthorse', 'S3same'])}${pick(['', '!', '#', '$x', '%'])}${of(base36, 3 + roll(6))}`;
	return {name: pick(names), value: secret, secret, isTold: false};
};

const names = [
	...['DB_PASSWORD', 'POSTGRES_PASSWORD', 'MYSQL_ROOT_PASSWORD', 'REDIS_PASS', 'SMTP_PASSWD'],
	...['SECRET_KEY', 'JWT_SECRET', 'APP_SECRET', 'SESSION_SECRET', 'AWS_SECRET_ACCESS_KEY'],
	...['API_KEY', 'GITHUB_TOKEN', 'VAULT_TOKEN', 'SLACK_BOT_TOKEN', 'ENCRYPTION_KEY'],
	...['PGPASSWORD', 'RABBITMQ_DEFAULT_PASS', 'MINIO_ROOT_PASSWORD', 'ADMIN_CREDENTIALS', 'DB_PW'],
];

/** Names that say nothing: the value has to. */
const plainNames = ['CONFIG', 'UPSTREAM', 'BACKEND', 'EXTRA', 'VALUE', 'HANDLE', 'SETTING', 'LINK'];

const told = (secret: string, value = secret): AnySecret => ({
	name: pick(plainNames),
	value,
	secret,
	isTold: true,
});

const inAddress = (): AnySecret => {
	const secret = `${of(base62, 6 + roll(10))}${pick(['', '!', '@x', '/y', '#1'])}`;
	const scheme = pick(['postgres', 'redis', 'amqp', 'mongodb+srv', 'https', 'mysql']);
	return told(secret, `${scheme}://app:${secret}@db.example:5432/shop`);
};

const inParameters = (): AnySecret => {
	const secret = of(base62, 7 + roll(9));
	const form = pick([
		'host=db password=',
		'https://api.example/x?token=',
		'--api-key ',
		'Password=',
	]);
	return told(secret, `${form}${secret}`);
};

const vendors: ReadonlyArray<() => string> = [
	() => `ghp_${of(base62, 36)}`,
	() => `glpat-${of(base62, 20)}`,
	() => `xoxb-${of(digits, 11)}-${of(base62, 24)}`,
	() => `sk_live_${of(base62, 24)}`,
	() => `AKIA${of(`${lower.toUpperCase()}234567`, 16)}`,
	() => `npm_${of(base62, 36)}`,
	() => `hf_${of(base62, 34)}`,
	() => `SG.${of(base62, 22)}.${of(base62, 43)}`,
	() => `dckr_pat_${of(base62, 27)}`,
	() => `${of(digits, 9)}:AA${of(base62, 33)}`,
];

const ofVendor = (): AnySecret => told(vendors[roll(vendors.length)]?.() ?? '');

const ofMachine = (): AnySecret =>
	told(
		pick(['0', '1', '2', '3'])
			.replace('0', of(base62, 32))
			.replace('1', of(`${base62}+`, 43))
			.replace('2', of(hex, 32))
			.replace('3', `acme_${of(base62, 28)}`),
	);

const ofWeb = (): AnySecret => {
	const secret = `eyJ${of(base62, 20)}.eyJ${of(base62, 40)}.${of(base62, 43)}`;
	return told(secret, pick([secret, `Bearer ${secret}`]));
};

const ofPem = (): AnySecret => {
	const secret = of(base62, 64);
	return told(secret, `-----BEGIN PRIVATE KEY----- ${secret} -----END PRIVATE KEY-----`);
};

/** Two hundred, the same on every run. Made here, because what looks like a key is no good in a repository. */
export const secretCorpus: readonly AnySecret[] = [
	...repeat(60, named),
	...repeat(35, inAddress),
	...repeat(25, inParameters),
	...repeat(30, ofVendor),
	...repeat(35, ofMachine),
	...repeat(10, ofWeb),
	...repeat(5, ofPem),
];
