import type {Token} from '../../../format/span.ts';

/** Letters and colours of those that are compared, in their order; as many as can be told apart. */
export const letters = 'abcdef';
export const lineTokens: readonly Token[] = ['info', 'warn', 'pause', 'load1', 'err', 'accent'];
