import {execFile} from 'node:child_process';
import {createServer, type Server} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {afterEach, describe, expect, onTestFinished, test} from 'vitest';
import {startDemoEngine} from '../../source/demo/start.ts';
import {demoEngine} from '../helpers/demo-engine.ts';
import {findRealEngine} from '../helpers/docker.ts';
import {openPty, type Pty} from '../helpers/pty.ts';
import {type Calls, type KernelCalls, parseRecord, parseTrace, traced} from '../helpers/traced.ts';
import {until} from '../helpers/until.ts';

const found = await findRealEngine();

let pty: Pty | undefined;

afterEach(async () => {
	await pty?.dispose();
	pty = undefined;
});

const figures = /\d+\.\d .*\d+[KM]/;

/** The C library asks there who the user is, whether it runs or not. */
const isOfLibrary = (address: string): boolean => address === '/var/run/nscd/socket';

/** What puts the terminal right should dockmon be killed. */
const isOfGuard = (program: string): boolean => /^(\/usr)?\/bin\/sh$|(^|\/)stty$/.test(program);

/**
 * A day in short: every screen, a filter, a log, the tabs. `6` is left out, for it runs the Compose that is
 * installed. No Esc, which a busy machine reads together with the key after it.
 */
const walk = async (screen: Pty): Promise<void> => {
	const press = async (...keys: readonly string[]): Promise<void> => {
		for (const key of keys) {
			screen.type(key);
			await sleep(150);
		}
	};
	await press('2', '3', '4', '5', '1', '/', 'a', '\r', 'l');
	await screen.until(/FOLLOW|HELD/);
	await press('q');
	await screen.until(figures);
	await press('i', 'v', ']', ']', ']', ']');
};

interface Seen {
	readonly recorded: Calls;
	readonly kernel: KernelCalls | undefined;
	/** What was started once there was something to be seen. */
	readonly later: readonly string[];
}

/** Starts it, walks about, and leaves. */
const use = async (
	flags: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Seen> => {
	const program = traced(...flags);
	const {file, args} = program;
	pty = await openPty({file, args, columns: 140, rows: 40, env: {...env, ...program.env}});
	const screen = pty;
	await screen.until(figures, 30_000);
	const early = new Set(program.recorded().programs);
	await walk(screen);
	screen.type('\u0003');
	expect((await screen.end()).code).toBe(0);
	const recorded = program.recorded();
	return {
		recorded,
		kernel: program.seen(),
		later: recorded.programs.filter(each => !early.has(each)),
	};
};

/** Nothing but the engine is connected to, no name is looked up, and only the guard is started. */
const expectOnly = ({recorded, kernel, later}: Seen, engine: string | RegExp): void => {
	const isEngine = (address: string): boolean =>
		typeof engine === 'string' ? address === engine : engine.test(address);
	expect(recorded.connects.filter(address => !isEngine(address))).toEqual([]);
	expect(recorded.connects).not.toEqual([]);
	expect(recorded.names).toEqual([]);
	expect(recorded.programs.filter(program => !isOfGuard(program))).toEqual([]);
	expect(recorded.programs).toContain('/bin/sh');
	expect(later).toEqual([]);
	if (kernel === undefined) return;
	expect(kernel.connects.filter(address => !isEngine(address) && !isOfLibrary(address))).toEqual(
		[],
	);
	expect(kernel.connects.filter(isEngine)).not.toEqual([]);
	const others = kernel.programs.filter(
		program => !isOfGuard(program) && program !== process.execPath,
	);
	expect(others).toEqual([]);
	expect(kernel.written.filter(file => !mayBeWritten(file))).toEqual([]);
	// What it remembers, so that it is known that this can be seen.
	expect(kernel.written.some(file => file.includes('/dockmon/'))).toBe(true);
};

/** Terminals, and the folders that stand for those of the user, of temporary files, and of the record. */
const mayBeWritten = (file: string): boolean =>
	/^\/dev\/(?:tty|null|ptmx|pts\/\d+)$/.test(file) || /\/dockmon-(?:pty|trace)-\w+\//.test(file);

/** Listens where nobody shall come; how often somebody did. */
const trap = async (): Promise<{readonly url: string; visits(): number}> => {
	let visits = 0;
	const server: Server = createServer(socket => {
		visits++;
		socket.destroy();
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {url: `http://127.0.0.1:${port}`, visits: () => visits};
};

describe('it talks to the engine and to nobody else', () => {
	test('in the demo, which is a socket of its own', async () => {
		expectOnly(await use(['--demo']), /\/dockmon-demo-\w+\/docker\.sock$/);
	});

	test('over a socket', async () => {
		const {endpoint} = await demoEngine({seed: 1});
		expectOnly(await use(['--host', endpoint]), endpoint.slice('unix://'.length));
	});

	test('over TCP, whatever proxies the environment names', async () => {
		const demo = await startDemoEngine({listen: 'tcp://127.0.0.1:0', seed: 1});
		onTestFinished(() => demo.close());
		const proxy = await trap();
		const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'ALL_PROXY'];
		const env = {
			...Object.fromEntries(names.map(name => [name, proxy.url])),
			NODE_USE_ENV_PROXY: '1',
			NO_PROXY: '',
			no_proxy: '',
		};
		expectOnly(await use(['--host', demo.endpoint], env), demo.endpoint.slice('tcp://'.length));
		expect(proxy.visits()).toBe(0);
	});

	test.skipIf(typeof found === 'string')('on the real engine', async () => {
		if (typeof found === 'string') return;
		onTestFinished(() => found.cleanup());
		await found.run('while sleep 0.5; do echo beat; done', {name: `network${process.pid}`});
		expectOnly(await use([]), /docker\.sock$/);
	});
});

test('printed once it is the same, and nothing is started', async () => {
	const {endpoint} = await demoEngine({seed: 1});
	const {file, args, env, recorded, seen} = traced('--host', endpoint, '--json');
	await promisify(execFile)(file, args, {
		env: {...process.env, ...env},
		maxBuffer: 64 * 1024 * 1024,
	});
	const path = endpoint.slice('unix://'.length);
	expect(recorded()).toEqual({connects: [path], names: [], programs: []});
	expect(seen()?.connects.filter(address => !isOfLibrary(address)) ?? [path]).toEqual([path]);
	expect(seen()?.programs ?? [process.execPath]).toEqual([process.execPath]);
});

describe('the witnesses', () => {
	test('see a request, a name, a datagram and a program', async () => {
		const proxy = await trap();
		const {file, args, env, recorded, seen} = traced();
		const script = `
			require('node:http').get('${proxy.url}').on('error', () => {});
			require('node:dns').lookup('localhost', () => {});
			require('node:dgram').createSocket('udp4').send('x', 9, '127.0.0.1', function () { this.close?.(); process.exit(); });
			require('node:child_process').spawn('true');`;
		// In place of the program, whatever stands before it.
		const command = [...args.slice(0, -1), '-e', script];
		await promisify(execFile)(file, command, {env: {...process.env, ...env}});
		const address = proxy.url.slice('http://'.length);
		await until(() => proxy.visits() > 0, 'the visit');
		expect(recorded().connects).toEqual(expect.arrayContaining([address, '9,127.0.0.1']));
		expect(recorded().names).toContain('localhost');
		expect(recorded().programs).toContain('true');
		const kernel = seen();
		if (kernel === undefined) return;
		expect(kernel.connects).toEqual(expect.arrayContaining([address, '127.0.0.1:9']));
		expect(kernel.programs.some(program => program.endsWith('/true'))).toBe(true);
	});

	test('read what is written down', () => {
		expect(parseRecord('connect /a b\nconnect /a b\nname x\nstart /bin/sh\n')).toEqual({
			connects: ['/a b'],
			names: ['x'],
			programs: ['/bin/sh'],
		});
		const lines = [
			'12 connect(20, {sa_family=AF_UNIX, sun_path="/run/a.sock"}, 110) = 0',
			'12 connect(21, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.1")}, 16) = 0',
			'12 connect(21, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
			'12 sendto(22, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16) = 1',
			'12 sendto(23, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK, nl_pid=0}, 12) = 20',
			'12 sendto(24, "y", 1, 0, NULL, 0) = 1',
			'13 execve("/bin/sh", ["/bin/sh"], 0x1 /* 9 vars */) = 0',
			'13 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3',
			'13 openat(AT_FDCWD, "/home/a/x", O_WRONLY|O_CREAT|O_EXCL|O_CLOEXEC, 0600) = 3',
			'13 open("/home/a/y", O_RDWR) = 4',
			'13 creat("/home/a/z", 0644) = 5',
		];
		expect(parseTrace(lines.join('\n'))).toEqual({
			connects: ['/run/a.sock', '10.0.0.1:53', '::1:80', '127.0.0.1:9'],
			names: [],
			programs: ['/bin/sh'],
			written: ['/home/a/x', '/home/a/y', '/home/a/z'],
		});
	});
});
