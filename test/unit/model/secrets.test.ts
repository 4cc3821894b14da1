import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	cover,
	isSecretName,
	maskAssignment,
	maskSecrets,
	maskValue,
} from '../../../source/model/secrets.ts';

describe('a name says that its value is a secret', () => {
	test.each([
		...[
			'PASSWORD',
			'POSTGRES_PASSWORD',
			'PGPASSWORD',
			'MYSQL_ROOT_PASSWORD',
			'REDIS_PASS',
			'DB_PW',
		],
		...['SECRET_KEY', 'SECRET_KEY_BASE', 'clientSecret', 'JWT_SECRET', 'APP_SECRETS'],
		...['GITHUB_TOKEN', 'accessToken', 'ACCESSTOKEN', 'SLACK_BOT_TOKEN', 'VAULT_TOKEN'],
		...['API_KEY', 'apiKey', 'STRIPE_APIKEY', 'AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'],
		...['ENCRYPTION_KEY', 'SSH_PRIVATE_KEY', 'GOOGLE_CREDENTIALS', 'BASIC_AUTH', 'SESSION_COOKIE'],
		...['PASSWORD_SALT', 'spring.datasource.password', 'db-passwd', 'SENTRY_DSN'],
	])('%s', name => {
		expect(isSecretName(name)).toBe(true);
	});

	test.each([
		...[
			'PATH',
			'HOME',
			'PWD',
			'OLDPWD',
			'PORT',
			'DEBUG',
			'LOG_LEVEL',
			'KEYBOARD',
			'MONKEY',
			'HOSTNAME',
		],
		...[
			'AUTHOR',
			'PASSENGER_COUNT',
			'COMPASS_URL',
			'BYPASS',
			'TURKEY',
			'PINNED',
			'CACHE_KEY_PREFIX',
		],
		...['TOKEN_TTL', 'PASSWORD_MIN_LENGTH', 'JWT_ALGORITHM', 'SSH_PUBLIC_KEY', 'VAPID_PUB_KEY'],
	])('not %s', name => {
		expect(isSecretName(name)).toBe(false);
	});

	test('unless its value can be none', () => {
		expect(isSecretName('ALLOW_EMPTY_PASSWORD', 'yes')).toBe(false);
		expect(isSecretName('POSTGRES_PASSWORD', '')).toBe(false);
		expect(isSecretName('POSTGRES_PASSWORD_FILE', '/run/secrets/postgres')).toBe(false);
		expect(isSecretName('POSTGRES_PASSWORD_FILE', 'hunter2')).toBe(true);
	});
});

describe('a shape says where the secret is', () => {
	test.each([
		['postgres://app:hunter2@db:5432/shop', `postgres://app:${cover}@db:5432/shop`],
		['redis://:hunter2@cache:6379/0', `redis://:${cover}@cache:6379/0`],
		['amqp://u:p@ss/w@rd@mq', `amqp://u:${cover}@mq`],
		['postgresql+psycopg2://u:p%40@db/x?ssl=1', `postgresql+psycopg2://u:${cover}@db/x?ssl=1`],
		['app:hunter2@tcp(db:3306)/shop', `app:${cover}@tcp(db:3306)/shop`],
		['https://0123456789abcdef0123@sentry.io/4', `https://${cover}@sentry.io/4`],
		[
			'host=db user=app password=hunter2 dbname=shop',
			`host=db user=app password=${cover} dbname=shop`,
		],
		['Server=db;User Id=sa;Password=hunter2;', `Server=db;User Id=sa;Password=${cover};`],
		['https://x/y?token=abc&page=2', `https://x/y?token=${cover}&page=2`],
		['https://x/blob?sv=1&sig=a%2Fb', `https://x/blob?sv=1&sig=${cover}`],
		['{"user":"a","password":"hunter2"}', `{"user":"a","password":"${cover}"}`],
		['redis-server --requirepass hunter2 --port 1', `redis-server --requirepass ${cover} --port 1`],
		['Authorization: Bearer abcdefgh12345', `Authorization: Bearer ${cover}`],
		['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP', cover],
		[`ghp_${'a1B2'.repeat(9)}`, cover],
		['AKIAIOSFODNN7EXAMPLE', cover],
		['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', cover],
		['x -----BEGIN PRIVATE KEY-----\\nMIIE', `x ${cover}`],
	])('%s', (text, masked) => {
		expect(maskSecrets(text)).toBe(masked);
	});

	test.each([
		...['redis://cache:6379/0', 'http://127.0.0.1:8000/health', 'ssh://git@example.com/x'],
		...[
			'user@example.com',
			'2026-11-26T10:42:07Z',
			'/usr/local/bin:/usr/bin',
			'gunicorn -b 0.0.0.0:80',
		],
		...[
			'sha256:0123456789abcdef0123456789abcdef',
			'tokenizer=fast',
			'monkey=banana',
			'eyJ is a start',
		],
		...['-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----'],
	])('and leaves alone %s', text => {
		expect(maskSecrets(text)).toBe(text);
	});
});

describe('a variable', () => {
	test('is covered whole by its name, in part by its shape', () => {
		expect(maskValue('DB_PASSWORD', 'hunter2')).toBe(cover);
		expect(maskValue('DATABASE_URL', 'postgres://a:hunter2@db/x')).toBe(
			`postgres://a:${cover}@db/x`,
		);
		expect(maskValue('SENTRY_DSN', 'https://abc@o1.sentry.io/2')).toBe(
			`https://${cover}@o1.sentry.io/2`,
		);
		expect(maskValue('PORT', '8000')).toBe('8000');
	});

	test('is masked also as one text', () => {
		expect(maskAssignment('DB_PASSWORD=a=b\nc')).toBe(`DB_PASSWORD=${cover}`);
		expect(maskAssignment('--password=hunter2')).toBe(`--password=${cover}`);
		expect(maskAssignment('nginx -g "daemon off;"')).toBe('nginx -g "daemon off;"');
	});
});

test.each([
	[
		'redis-server --requirepass hunter2 --port 6379',
		`redis-server --requirepass ${cover} --port 6379`,
	],
	['mysqld --password=hunter2', `mysqld --password=${cover}`],
	['gunicorn app:api -w 4', 'gunicorn app:api -w 4'],
	['login --token --quiet', 'login --token --quiet'],
])('of the command line %s no secret is shown', (command, shown) => {
	expect(maskSecrets(command)).toBe(shown);
});

const secret = fc.stringMatching(/^[A-Za-z0-9!#$%^*()_+]{12,40}$/);

test('no password of an address is left, whatever it is made of', () => {
	fc.assert(
		fc.property(secret, fc.constantFrom('postgres', 'https', 'amqp'), (password, scheme) => {
			expect(maskSecrets(`${scheme}://user:${password}@host/x`)).not.toContain(password);
		}),
	);
});

test('masking what is masked changes nothing, and a long text takes no time', () => {
	fc.assert(
		fc.property(fc.string(), text => {
			const once = maskSecrets(text);
			expect(maskSecrets(once)).toBe(once);
		}),
	);
	const before = performance.now();
	maskSecrets('a://b:'.repeat(5000));
	maskSecrets(`--${'a-'.repeat(15_000)}`);
	maskSecrets('eyJ'.repeat(10_000));
	maskSecrets('-eyJaaaaa'.repeat(5000));
	maskSecrets(`${'a'.repeat(31)}://:`.repeat(7000));
	expect(performance.now() - before).toBeLessThan(5000);
});

test.each([0, 1, 5, 64])('the password of curl is covered behind %i blanks', blanks => {
	const before = `curl -u${' '.repeat(blanks)}`;
	expect(maskSecrets(`${before}ann:hunter2 localhost`)).toBe(`${before}ann:****** localhost`);
});

describe('a text that was made to take long takes its length', () => {
	const length = 200_000;
	test.each([
		['an option without an end', `${'curl '.repeat(40)}-u${'='.repeat(length)}`],
		['options and blanks', `curl -u${' '.repeat(64)}`.repeat(length / 71)],
		['blanks behind -u', `${'curl '.repeat(40)}-u${' '.repeat(length)}`],
		['addresses', 'a://'.repeat(length / 4)],
		['names before an address', '"a:'.repeat(length / 3)],
		['a key without an end', '-----BEGIN PRIVATE KEY-----'.repeat(length / 27)],
		['the end of a key', `-----BEGIN PRIVATE KEY-----${'-----END '.repeat(length / 9)}`],
		['quotes', '"'.repeat(length)],
		['names and quotes', 'password="'.repeat(length / 10)],
		['both quotes', `password="password='`.repeat(length / 20)],
		['blanks', `password${' '.repeat(length)}`],
		['blanks behind a name', `"password"${' '.repeat(length)}:`],
		['blanks behind an option', `--token${' '.repeat(length)}`],
		['Bearer', `Bearer${' '.repeat(length)}`],
		['lines', 'a: \n'.repeat(length / 4)],
		['a line of blanks', `a: ${'\t'.repeat(length)}x y`],
		['programs', 'mysql-'.repeat(length / 6)],
		['dashes', '-'.repeat(length)],
		['letters', 'aB3'.repeat(length / 3)],
		['tokens', 'eyJaaaaa.'.repeat(length / 9)],
	])('%s', (_what, text) => {
		expect(maskSecrets(text).length).toBeGreaterThan(0);
	});
});
