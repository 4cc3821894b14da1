import type {SshAddress} from './ssh-address.ts';

/**
 * The user's configuration, agent and known hosts apply. What is set here wins over it: no question is
 * ever asked, the connection is this one's own (a shared one would keep the forwarding for others),
 * a dead one is noticed in some 15 s, and the reasons are told whatever the configuration says of
 * talking.
 */
const settings = [
	'BatchMode=yes',
	'ControlMaster=no',
	'ControlPath=none',
	'ConnectTimeout=10',
	'ServerAliveInterval=5',
	'ServerAliveCountMax=2',
	'LogLevel=INFO',
].flatMap(setting => ['-o', setting]);

/** Known since OpenSSH 8.7. One that went into the background could not be ended any more. */
const inForeground = ['-o', 'ForkAfterAuthentication=no'];

/** ssh did not know `inForeground`, and has done nothing. */
export const isTooOldForForeground = (said: string): boolean =>
	/Bad configuration option: forkafterauthentication/i.test(said);

/** Forwards a socket of this machine to the engine's, and runs nothing there. */
export const tunnelArguments = (
	address: SshAddress,
	localSocket: string,
	{isOld}: {readonly isOld: boolean},
): readonly string[] => [
	'-NT',
	...settings,
	...(isOld ? [] : inForeground),
	'-o',
	'ExitOnForwardFailure=yes',
	'-o',
	'StreamLocalBindUnlink=yes',
	'-o',
	'StreamLocalBindMask=0177',
	'-L',
	`${localSocket}:${address.remoteSocket}`,
	...destination(address),
];

/** Runs a command there, through the user's shell of that machine. */
export const commandArguments = (address: SshAddress, command: string): readonly string[] => [
	'-T',
	...settings,
	'-o',
	'ClearAllForwardings=yes',
	...destination(address),
	command,
];

const destination = ({user, host, port}: SshAddress): readonly string[] => [
	...(user === undefined ? [] : ['-l', user]),
	...(port === undefined ? [] : ['-p', String(port)]),
	'--',
	host,
];

/** What a user would type to get there. */
export const loginCommand = ({user, host, port}: SshAddress): string => {
	const login = user === undefined ? host : `${user}@${host}`;
	return port === undefined ? `ssh ${login}` : `ssh -p ${port} ${login}`;
};
