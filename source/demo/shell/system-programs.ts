import {ageAt} from '../world/container.ts';
import {interruptedCode, isInterrupted, type Program} from './process.ts';

const userIds: Readonly<Record<string, number>> = {root: 0, nobody: 65_534, app: 1000};

const idOf = (user: string): number => userIds[user] ?? 1000;

const env: Program = ({io, env: variables}) => {
	for (const [name, value] of variables) io.out(`${name}=${value}\n`);
	return 0;
};

const ps: Program = ({io, surroundings}) => {
	io.out('    PID TTY          TIME CMD\n');
	for (const [pid, command] of surroundings.processes())
		io.out(`${String(pid).padStart(7)} ?        00:00:00 ${command}\n`);
	return 0;
};

const id: Program = ({io, surroundings: {user}}) => {
	const number = idOf(user);
	io.out(`uid=${number}(${user}) gid=${number}(${user}) groups=${number}(${user})\n`);
	return 0;
};

const uname: Program = ({args, io, surroundings}) => {
	const host = surroundings.container.id.slice(0, 12);
	const all = `Linux ${host} 6.8.0-48-generic #48-Ubuntu SMP x86_64 GNU/Linux`;
	const answers: Readonly<Record<string, string>> = {
		'-a': all,
		'-r': '6.8.0-48-generic',
		'-m': 'x86_64',
		'-n': host,
	};
	io.out(`${answers[args[0] ?? ''] ?? 'Linux'}\n`);
	return 0;
};

const date: Program = ({io, surroundings: {world}}) => {
	const [day = '', number, month, year, clock] = new Date(world.nowMillis).toUTCString().split(' ');
	io.out(`${day.replace(',', '')} ${month} ${number} ${clock} UTC ${year}\n`);
	return 0;
};

const uptime: Program = ({io, surroundings: {world, container}}) => {
	const minutes = Math.floor((ageAt(container, world.nowMillis) ?? 0) / 60_000);
	io.out(` up ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}, 1 user\n`);
	return 0;
};

const stty: Program = ({args, io, surroundings}) => {
	const {columns, rows} = surroundings.size();
	if (!io.isTty) {
		io.err("stty: 'standard input': Inappropriate ioctl for device\n");
		return 1;
	}
	io.out(
		args[0] === 'size'
			? `${rows} ${columns}\n`
			: `speed 38400 baud; rows ${rows}; columns ${columns};\n`,
	);
	return 0;
};

const sleep: Program = async ({args, io, signal, surroundings: {world}}) => {
	const seconds = Number(args[0]);
	if (!(seconds >= 0)) {
		io.err(`sleep: invalid time interval '${args[0] ?? ''}'\n`);
		return 1;
	}
	return (await isInterrupted(world.sleep(seconds * 1000), signal)) ? interruptedCode : 0;
};

const python: Program = ({args, io}) => {
	if (args[0] === '--version' || args[0] === '-V') {
		io.out('Python 3.13.0\n');
		return 0;
	}
	io.err('python: this is a demo, there is no interpreter behind it\n');
	return 1;
};

const help: Program = ({io}) => {
	io.out(
		'This is a container of the demo engine: a small scripted shell. Nothing leaves dockmon.\n' +
			'Try: ls, cd, pwd, cat /etc/os-release, env, ps, whoami, id, hostname, uname -a, date,\n' +
			'uptime, stty size, echo, grep, head, tail, wc, sort, seq, sleep, true, false, exit\n' +
			'Also: pipes, ;, &&, ||, $VARIABLES and > /dev/null\n',
	);
	return 0;
};

export const systemPrograms: Readonly<Record<string, Program>> = {
	env,
	printenv: env,
	ps,
	id,
	uname,
	date,
	uptime,
	stty,
	sleep,
	python,
	python3: python,
	help,
	true: () => 0,
	false: () => 1,
	whoami: ({io, surroundings}) => {
		io.out(`${surroundings.user}\n`);
		return 0;
	},
	hostname: ({io, surroundings}) => {
		io.out(`${surroundings.container.id.slice(0, 12)}\n`);
		return 0;
	},
	clear: ({io}) => {
		io.out('\u001b[H\u001b[2J');
		return 0;
	},
};
