/** How many colours: none, 16, 256, or 24 bits, as users name them. */
export const colourNames = ['none', '16', '256', '24bit'] as const;

/** Whose keys are used where that program has the same command. */
export const presetNames = ['lazydocker', 'k9s', 'ctop'] as const;
