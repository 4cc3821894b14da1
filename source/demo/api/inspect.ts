import {currentRun, type DemoContainer, isAlive} from '../world/container.ts';
import {startIntervalMillis} from '../world/health.ts';
import {imageIdOf} from '../world/images.ts';
import {labelsOf} from '../world/labels.ts';
import type {ProbeSpec} from '../world/spec.ts';
import {endpointsOf} from './endpoints.ts';
import {containerOf, type Engine} from './engine.ts';
import {hostConfigOf, portBindingsOf} from './host-config.ts';
import {dataRoot, mountsOf} from './mounts.ts';
import type {Handler} from './router.ts';
import {timeText} from './words.ts';

const nanosPerMilli = 1_000_000;

/** `GET /containers/{id}/json` */
export const inspectContainer: Handler = (engine, {reply}, parameter) => {
	const container = containerOf(engine, parameter('id'));
	const {spec, id} = container;
	const root = `${dataRoot}/containers/${id}`;
	reply.json({
		Id: id,
		Created: timeText(container.createdAtMillis),
		Path: spec.command[0] ?? '',
		Args: spec.command.slice(1),
		State: stateOf(container),
		Image: imageIdOf(spec.image),
		ResolvConfPath: `${root}/resolv.conf`,
		HostnamePath: `${root}/hostname`,
		HostsPath: `${root}/hosts`,
		LogPath: spec.logDriver === 'none' ? '' : `${root}/${id}-json.log`,
		Name: `/${container.name}`,
		RestartCount: container.restartCount,
		Driver: 'overlay2',
		Platform: 'linux',
		MountLabel: '',
		ProcessLabel: '',
		AppArmorProfile: 'docker-default',
		ExecIDs: engine.execs.idsOf(container),
		HostConfig: hostConfigOf(container),
		GraphDriver: {Data: null, Name: 'overlay2'},
		Mounts: mountsOf(spec),
		Config: configOf(container),
		NetworkSettings: networkSettingsOf(engine, container),
	});
};

const stateOf = (container: DemoContainer) => {
	const {state, health} = container;
	return {
		Status: state,
		// As the engine has it: a container between two crashes is both running and restarting.
		Running: isAlive(container) || state === 'restarting',
		Paused: state === 'paused',
		Restarting: state === 'restarting',
		OOMKilled: container.oomKilled,
		Dead: false,
		Pid: container.pid,
		ExitCode: isAlive(container) ? 0 : container.exitCode,
		Error: '',
		StartedAt: timeText(currentRun(container)?.startedAtMillis),
		FinishedAt: timeText(container.finishedAtMillis),
		...(health && {
			Health: {
				Status: health.status,
				FailingStreak: health.failingStreak,
				Log: health.log.map(({startMillis, endMillis, exitCode, output}) => ({
					Start: timeText(startMillis),
					End: timeText(endMillis),
					ExitCode: exitCode,
					Output: output,
				})),
			},
		}),
	};
};

const configOf = (container: DemoContainer) => {
	const {spec, id} = container;
	return {
		Hostname: id.slice(0, 12),
		Domainname: '',
		User: spec.user ?? '',
		AttachStdin: false,
		AttachStdout: !spec.tty,
		AttachStderr: !spec.tty,
		...(spec.ports && {
			ExposedPorts: Object.fromEntries(
				spec.ports.map(({container: port, protocol = 'tcp'}) => [`${port}/${protocol}`, {}]),
			),
		}),
		Tty: spec.tty ?? false,
		OpenStdin: spec.tty ?? false,
		StdinOnce: false,
		Env: spec.env,
		Cmd: spec.command,
		...(spec.probe && {Healthcheck: healthcheckOf(spec.probe)}),
		Image: spec.image,
		Volumes: null,
		WorkingDir: spec.workingDirectory ?? '',
		Entrypoint: null,
		OnBuild: null,
		Labels: labelsOf(spec),
	};
};

const healthcheckOf = (probe: ProbeSpec) => ({
	Test: probe.test,
	Interval: probe.intervalMillis * nanosPerMilli,
	Timeout: 5000 * nanosPerMilli,
	StartPeriod: probe.startPeriodMillis * nanosPerMilli,
	StartInterval: startIntervalMillis * nanosPerMilli,
	Retries: probe.retries,
});

const networkSettingsOf = ({world}: Engine, container: DemoContainer) => {
	const [first] = Object.values(endpointsOf(world, container));
	return {
		Bridge: '',
		SandboxID: '',
		SandboxKey: '',
		Ports: isAlive(container) ? portBindingsOf(container.spec) : {},
		HairpinMode: false,
		EndpointID: '',
		Gateway: container.spec.networks ? '' : (first?.Gateway ?? ''),
		IPAddress: container.spec.networks ? '' : (first?.IPAddress ?? ''),
		IPPrefixLen: container.spec.networks ? 0 : (first?.IPPrefixLen ?? 0),
		MacAddress: container.spec.networks ? '' : (first?.MacAddress ?? ''),
		Networks: endpointsOf(world, container),
	};
};
