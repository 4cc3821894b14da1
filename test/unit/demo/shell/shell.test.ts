import {describe, expect, test} from 'vitest';
import {PlainIo} from '../../../../source/demo/shell/plain-io.ts';
import type {Process} from '../../../../source/demo/shell/process.ts';
import {findProgram} from '../../../../source/demo/shell/programs.ts';
import {World} from '../../../../source/demo/world/world.ts';
import {containerIn, nowMillis} from '../world/scene.ts';

const world = new World({nowMillis});

interface Ending {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs a program of a container to its end. */
const run = async (
	argv: readonly string[],
	{name = 'shop-api-1', input = ''} = {},
): Promise<Ending> => {
	const container = containerIn(world, name);
	const written = {stdout: '', stderr: ''};
	const io = new PlainIo((stream, text) => {
		written[stream] += text;
	});
	io.feed(Buffer.from(input));
	io.close();
	const [program = '', ...args] = argv;
	const process: Process = {
		args,
		io,
		env: new Map([['LOG_LEVEL', 'info']]),
		directory: '/app',
		signal: new AbortController().signal,
		surroundings: {
			world,
			container,
			user: 'root',
			findProgram: wanted => findProgram(wanted, container),
			processes: () => [[42, 'gunicorn app:api']],
			catchInterrupts: () => () => undefined,
			size: () => ({columns: 80, rows: 24}),
		},
	};
	const found = findProgram(program, container);
	const code = found ? await found(process) : Number.NaN;
	return {code, out: written.stdout, err: written.stderr};
};

const sh = (script: string, name = 'shop-api-1') => run(['sh', '-c', script], {name});

describe('a script', () => {
	test.each([
		['echo hello world', 'hello world\n'],
		['echo -n a; echo b', 'ab\n'],
		['true && echo yes || echo no', 'yes\n'],
		['false && echo yes || echo no', 'no\n'],
		['false; echo $?', '1\n'],
		['A=1; echo $A; A=2 true; echo $A', '1\n1\n'],
		['A=3 env | grep ^A || A=3 env | grep A=3', 'A=3\n'],
		['export B=x; env | grep B=', 'B=x\n'],
		['echo $LOG_LEVEL; unset LOG_LEVEL; echo [$LOG_LEVEL]', 'info\n[]\n'],
		['pwd; cd /etc; pwd; cd ..; pwd', '/app\n/etc\n/\n'],
		['seq 1 5 | tail -n 2', '4\n5\n'],
		['seq 20 | head -3 | wc -l', '3\n'],
		['seq 3 | sort | grep -v 2', '1\n3\n'],
		['cat /etc/os-release | grep -c debian', '1\n'],
		['command -v bash >/dev/null 2>&1 && echo bash', 'bash\n'],
		['command -v fish || echo none', 'none\n'],
		['command -v cd sh', 'cd\n'],
		['[ -x /bin/bash ] && echo x; test -d /app && echo d; [ a = b ] || echo ne', 'x\nd\nne\n'],
		['[ ! -f /nope ] && echo absent; [ -n "" ] || echo empty', 'absent\nempty\n'],
		['echo hidden > /dev/null; echo shown', 'shown\n'],
		['exec echo last; echo never', 'last\n'],
		['whoami; id', 'root\nuid=0(root) gid=0(root) groups=0(root)\n'],
		['uname; uname -r', 'Linux\n6.8.0-48-generic\n'],
		['date', 'Mon Nov 23 10:42:07 UTC 2026\n'],
		['uptime', ' up 3:12, 1 user\n'],
		['ps', '    PID TTY          TIME CMD\n     42 ?        00:00:00 gunicorn app:api\n'],
		['ls', 'api.py\npyproject.toml\nrequirements.txt\nstatic\n'],
		['ls -a', '.env\napi.py\npyproject.toml\nrequirements.txt\nstatic\n'],
		['ls -l /data; ls /', expect.stringContaining('bin\ndata\ndev\netc\n')],
		['python3 --version', 'Python 3.13.0\n'],
		['sh -c "echo inner"', 'inner\n'],
		['help', expect.stringContaining('demo')],
	])('%s', async (script, out) => {
		expect(await sh(script)).toEqual({code: 0, out, err: ''});
	});

	test.each([
		['nope', 127, 'sh: nope: not found\n'],
		['exit 9', 9, ''],
		['false', 1, ''],
		['exit', 0, ''],
		['echo (', 2, "sh: syntax error near unexpected token `('\n"],
		['cd /nope', 2, "sh: cd: can't cd to /nope\n"],
		['cat /nope', 1, 'cat: /nope: No such file or directory\n'],
		['cat /etc', 1, 'cat: /etc: Is a directory\n'],
		['ls /nope', 2, "ls: cannot access '/nope': No such file or directory\n"],
		['echo x > /etc/passwd', 1, 'sh: cannot open /etc/passwd: Read-only file system\n'],
		['[ a', 2, 'sh: [: missing ]\n'],
		['stty size', 1, "stty: 'standard input': Inappropriate ioctl for device\n"],
		['sleep x', 1, "sleep: invalid time interval 'x'\n"],
		['python -c 1', 1, 'python: this is a demo, there is no interpreter behind it\n'],
		['exec nope', 127, 'sh: nope: not found\n'],
	])('%s: exit %i', async (script, code, err) => {
		expect(await sh(script)).toEqual({code, out: '', err});
	});

	test('names of properties are no commands', async () => {
		for (const name of ['constructor', 'toString', '__proto__'])
			expect(await sh(name)).toMatchObject({code: 127});
	});

	test('can be read from the input', async () => {
		expect(await run(['sh'], {input: 'echo a\ncd /etc\npwd\nfalse'})).toEqual({
			code: 1,
			out: 'a\n/etc\n',
			err: '',
		});
	});

	test('a program reads what the shell was given', async () => {
		expect(await run(['sh', '-c', 'cat | grep b'], {input: 'a\nb\nbb\n'})).toMatchObject({
			out: 'b\nbb\n',
		});
		expect(await run(['sh', '-c', 'cat < /dev/null; echo end'], {input: 'a\n'})).toMatchObject({
			out: 'end\n',
		});
	});
});

describe('programs of an image', () => {
	test.each([
		['shop-api-1', ['sh', 'bash', '/bin/bash', '/usr/local/bin/bash', 'ls'], ['ash', '/opt/bash']],
		['shop-redis-1', ['sh', 'ash', '/bin/sh', 'ls'], ['bash']],
		['observe-prometheus-1', ['sh'], ['bash']],
		['observe-collector-1', [], ['sh', 'bash', 'ls', 'env']],
	])('%s has %j but not %j', (name, present, absent) => {
		const container = containerIn(world, name);
		for (const program of present) expect(findProgram(program, container), program).toBeDefined();
		for (const program of absent) expect(findProgram(program, container), program).toBeUndefined();
	});

	test('the files tell which system it is', async () => {
		expect(await sh('cat /etc/os-release', 'shop-redis-1')).toMatchObject({
			out: expect.stringContaining('ID=alpine'),
		});
		expect(await sh('cat /etc/nginx/nginx.conf', 'shop-web-1')).toMatchObject({code: 0});
	});
});
