/** Those that are sent by hand, with what programs usually make of them. */
export const signals = [
	{key: 'k', name: 'SIGKILL', meaning: 'end at once'},
	{key: 't', name: 'SIGTERM', meaning: 'end in order'},
	{key: 'i', name: 'SIGINT', meaning: 'as Ctrl+C'},
	{key: 'q', name: 'SIGQUIT', meaning: 'end with a dump'},
	{key: 'h', name: 'SIGHUP', meaning: 'read the configuration again'},
	{key: '1', name: 'SIGUSR1', meaning: 'up to the program'},
	{key: '2', name: 'SIGUSR2', meaning: 'up to the program'},
	{key: 'w', name: 'SIGWINCH', meaning: 'end in order (Apache)'},
	{key: 's', name: 'SIGSTOP', meaning: 'stand still'},
	{key: 'c', name: 'SIGCONT', meaning: 'go on'},
] as const;
