import {posix} from 'node:path';
import type {DemoContainer} from '../world/container.ts';
import {baseOf, type ImageBase} from '../world/image-bases.ts';
import {filePrograms} from './file-programs.ts';
import type {Program} from './process.ts';
import {runShell} from './run-shell.ts';
import {systemPrograms} from './system-programs.ts';
import {textPrograms} from './text-programs.ts';

const shells: Readonly<Record<ImageBase, readonly string[]>> = {
	debian: ['sh', 'dash', 'bash'],
	alpine: ['sh', 'ash', 'busybox'],
	busybox: ['sh', 'ash', 'busybox'],
	distroless: [],
};

const tools: Readonly<Record<string, Program>> = {
	...filePrograms,
	...systemPrograms,
	...textPrograms,
};

/** By name or path; undefined when the image has no such program. */
export const findProgram = (name: string, container: DemoContainer): Program | undefined => {
	const base = baseOf(container.spec.image);
	const own = posix.basename(name);
	if (name.includes('/') && !/^\/(?:usr\/)?(?:local\/)?s?bin\//.test(name)) return undefined;
	if (shells[base].includes(own)) return process => runShell(own, process);
	if (base === 'distroless' || !Object.hasOwn(tools, own)) return undefined;
	return tools[own];
};
