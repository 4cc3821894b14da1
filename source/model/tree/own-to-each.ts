const own: readonly RegExp[] = [
	/^(Id|Name|Created|State|ExecIDs|RestartCount|GraphDriver|LogPath)$/,
	/^(ResolvConf|Hostname|Hosts)Path$/,
	/^Size(Rw|RootFs)$/,
	/^HostConfig\.(ContainerIDFile|ConsoleSize)$/,
	/^Config\.Hostname$/,
	/^Config\.Labels\["com\.docker\.compose\.(config-hash|container-number|oneoff|replace)"\]$/,
	/^NetworkSettings\.(Sandbox(ID|Key)|EndpointID|MacAddress)$/,
	/^NetworkSettings\.((Global)?IPv?6?Address)$/,
	/^NetworkSettings\.Networks(\.\w+|\[".*"\])\.(EndpointID|MacAddress|DNSNames|Aliases)$/,
	/^NetworkSettings\.Networks(\.\w+|\[".*"\])\.((Global)?IPv?6?Address)$/,
];

/**
 * Whether a value of an inspect differs between any two containers, also between two that were made in the
 * same way: who it is, how it is doing, where its files are.
 */
export const isOwnToEach = (path: string): boolean => own.some(pattern => pattern.test(path));

const unsaid =
	/^Config\.(Attach(Stdin|Stdout|Stderr)|OpenStdin|StdinOnce|Tty|Image|Domainname|MacAddress|NetworkDisabled)$/;

/** Whether images have it in their configuration without meaning anything by it. */
export const isUnsaidByImages = (path: string): boolean => unsaid.test(path);
