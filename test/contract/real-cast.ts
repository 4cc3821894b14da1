import type {RealEngine} from '../helpers/docker.ts';
import {until} from '../helpers/until.ts';
import type {Cast} from './subject.ts';

const sleepy = 'trap "exit 0" TERM; while :; do sleep 0.2; done';
const talking =
	'trap "exit 0" TERM; i=0; while :; do i=$((i+1)); echo out $i; echo err $i >&2; sleep 0.1; done';
const brief = 'for i in 1 2 3 4 5 6; do echo line $i; sleep 0.01; done; exit 3';

/** Containers of busybox that play the cast. */
export const realCast = (real: RealEngine): Cast => ({
	idle: () => real.run(sleepy),
	talker: () => real.run(talking),
	async ended() {
		const ref = await real.run(brief);
		await until(async () => {
			const {State: state} = (await real.get(`/containers/${ref.id}/json`)) as {
				State: {Status: string};
			};
			return state.Status === 'exited';
		}, 'the end of the container');
		return ref;
	},
	terminal: () => real.run('echo one; echo two; sleep 3600', {tty: true}),
	mute: () => real.run(sleepy, {logDriver: 'none'}),
});
