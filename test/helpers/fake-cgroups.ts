import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

export const hexId = (digit: string): string => digit.repeat(64);

const controllers = ['cpu', 'cpuacct', 'memory', 'pids', 'blkio'];

/** A machine's /proc and control groups as files in a folder of their own. */
export class FakeMachine {
	readonly folder = mkdtempSync(join(tmpdir(), 'dockmon-cgroup-'));
	readonly procFolder = join(this.folder, 'proc');
	readonly #version: 1 | 2;

	constructor(version: 1 | 2, {openFiles = 1024} = {}) {
		this.#version = version;
		const mount = (folder: string, type: string, options: string) =>
			`30 20 0:26 / ${join(this.folder, folder)} rw,nosuid shared:9 - ${type} cgroup rw,${options}`;
		const mounts =
			version === 2
				? [mount('cgroup', 'cgroup2', 'nsdelegate')]
				: [
						...controllers.map(name => mount(`cgroup/${name}`, 'cgroup', name)),
						mount('cgroup/unified', 'cgroup2', 'nsdelegate'),
					];
		this.write('proc/self/mountinfo', `${mounts.join('\n')}\n`);
		this.write(
			'proc/self/limits',
			`Limit                     Soft Limit           Hard Limit           Units     \nMax open files            ${openFiles}                 4096                 files     \n`,
		);
	}

	write(path: string, text: string): void {
		mkdirSync(dirname(join(this.folder, path)), {recursive: true});
		writeFileSync(join(this.folder, path), text);
	}

	/** A process in a group of this path. */
	process(pid: number, group: string): void {
		const lines =
			this.#version === 2
				? [`0::${group}`]
				: [...controllers.map((name, index) => `${9 - index}:${name}:${group}`), `0::${group}`];
		this.write(`proc/${pid}/cgroup`, `${lines.join('\n')}\n`);
		this.write(
			`proc/${pid}/net/dev`,
			[
				'Inter-|   Receive                                                |  Transmit',
				' face |bytes    packets errs drop fifo frame compressed multicast|bytes',
				'    lo:    5000       4    0    0    0     0          0         0     5000       0    0    0    0     0       0          0',
				'  eth0:     396       4    1    2    0     0          0         0       40       0    0    3    0     0       0          0',
				'  eth1:     100       4    0    0    0     0          0         0        2       0    0    0    0     0       0          0',
				'',
			].join('\n'),
		);
	}

	/** The files of a group of version 1, as a kernel 6 writes them. */
	groupV1(group: string, change: Readonly<Record<string, string>> = {}): void {
		const files: Readonly<Record<string, string>> = {
			'cpuacct/cpuacct.usage': '58520333\n',
			'cpu/cpu.stat': 'nr_periods 40\nnr_throttled 3\nthrottled_time 123\n',
			'memory/memory.usage_in_bytes': '9584640\n',
			'memory/memory.limit_in_bytes': '67108864\n',
			'memory/memory.stat':
				'cache 8613888\nrss 118784\ninactive_file 111\nhierarchical_memory_limit 67108864\ntotal_cache 8613888\ntotal_rss 118784\ntotal_swap 4096\ntotal_inactive_file 8388608\ntotal_active_file 225280\n',
			'memory/memory.oom_control': 'oom_kill_disable 0\nunder_oom 0\noom_kill 2\n',
			'pids/pids.current': '2\n',
			'blkio/blkio.throttle.io_service_bytes_recursive':
				'8:0 Read 4096\n8:0 Write 8192\n8:0 Sync 12288\n8:0 Total 12288\n8:16 Read 1\n8:16 Write 0\nTotal 12289\n',
			...change,
		};
		for (const [file, text] of Object.entries(files)) {
			const [controller = '', name = ''] = file.split('/');
			this.write(`cgroup/${controller}${group}/${name}`, text);
		}
	}

	/** The files of a group of version 2. */
	groupV2(group: string, change: Readonly<Record<string, string>> = {}): void {
		const files: Readonly<Record<string, string>> = {
			'cpu.stat':
				'usage_usec 58520\nuser_usec 40000\nsystem_usec 18520\nnr_periods 40\nnr_throttled 3\nthrottled_usec 9\n',
			'memory.current': '9584640\n',
			'memory.max': '67108864\n',
			'memory.swap.current': '4096\n',
			'memory.stat': 'anon 118784\nfile 8613888\ninactive_anon 5\ninactive_file 8388608\n',
			'memory.events': 'low 0\nhigh 0\nmax 0\noom 1\noom_kill 2\noom_group_kill 0\n',
			'pids.current': '2\n',
			'io.stat':
				'259:0 rbytes=4096 wbytes=8192 rios=1 wios=2 dbytes=0 dios=0\n8:16 rbytes=1 wbytes=0 rios=1 wios=0 dbytes=7 dios=1\n',
			'cpu.pressure':
				'some avg10=1.25 avg60=0.00 avg300=0.00 total=1\nfull avg10=9.00 avg60=0.00 avg300=0.00 total=0\n',
			'memory.pressure': 'some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n',
			'io.pressure': 'some avg10=20.50 avg60=0.00 avg300=0.00 total=0\n',
			...change,
		};
		for (const [name, text] of Object.entries(files)) this.write(`cgroup${group}/${name}`, text);
	}

	/** The end of a container: its process and its groups are gone. */
	remove(path: string): void {
		rmSync(join(this.folder, path), {recursive: true});
	}

	close(): void {
		rmSync(this.folder, {recursive: true});
	}
}
