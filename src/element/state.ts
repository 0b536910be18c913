/**
 * Where a playground is in its life.
 *
 * ```
 * idle ── run ──► starting ──► ready ◄──► busy
 *                  │   ▲         │          │
 *                  ▼   └── run ──┴── stop ──┤
 *                failed ◄──── stopped ◄─────┘
 * ```
 *
 * - `idle`: nothing was loaded yet.
 * - `starting`: an interpreter is being started with the project.
 * - `ready`: the site serves and waits.
 * - `busy`: Django is at work on a request or a command.
 * - `stopped`: the reader stopped it; what Django wrote is kept.
 * - `failed`: it could not be started, or its interpreter died; running it again is possible.
 */
export type PlaygroundState = 'idle' | 'starting' | 'ready' | 'busy' | 'stopped' | 'failed';
