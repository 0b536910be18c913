import {assert} from 'chai';
import type {ShellState} from '../../src/protocol/interpreter.js';
import {Terminal, type TerminalHost} from '../../src/console/terminal.js';
import {CONSOLE_ENGLISH} from '../../src/element/console-strings.js';

/** A terminal whose host writes down what is asked of it. */
function makeTerminal(states: Record<string, ShellState> = {}) {
  const asked: string[] = [];
  const host: TerminalHost = {
    ready: async () => {},
    async manage(args, answer) {
      asked.push(args.join('|'));
      if (args[0] === 'asks') asked.push(`answered ${await answer({secret: true})}`);
      if (args[0] === 'fails') throw new Error('no');
    },
    async shell(line) {
      asked.push(`shell ${line}`);
      return states[line ?? ''] ?? 'complete';
    },
    complete: async ({place, text}) =>
      place === 'commands' ? ['migrate', 'shell'] : [`${place}-${text}`],
    interrupt: () => asked.push('interrupt'),
    echo: (prompt, text) => asked.push(`${prompt} ${text}`),
    note: () => {},
  };
  const terminal = new Terminal(
    () => host,
    () => CONSOLE_ENGLISH,
    () => {},
  );
  return {terminal, asked};
}

describe('Terminal', () => {
  it('takes commands as tutorials write them, with quotes', async () => {
    const lines: [string, string[]][] = [
      ['migrate', ['migrate']],
      ['python manage.py migrate polls', ['migrate|polls']],
      ['$ ./manage.py migrate', ['migrate']],
      ['django-admin startapp "my app"', ['startapp|my app']],
      ['python3 -m django check', ['check']],
      ['   ', []],
    ];
    for (const [line, expected] of lines) {
      const {terminal, asked} = makeTerminal();
      await terminal.submit(line);
      assert.deepEqual(asked, expected, line);
    }
  });

  it('asks what a command asks', async () => {
    const {terminal, asked} = makeTerminal();
    const done = terminal.submit('asks');
    await untilMode(terminal, 'secret');
    await terminal.submit('hush');
    await done;
    assert.deepEqual(asked, ['asks', 'answered hush']);
    assert.equal(terminal.mode, 'command');
  });

  it('ends a command whose question is not answered', async () => {
    for (const end of ['interrupt', 'end'] as const) {
      const {terminal, asked} = makeTerminal();
      const done = terminal.submit('asks');
      await untilMode(terminal, 'secret');
      terminal[end]();
      await done;
      assert.deepEqual(asked, ['asks', 'answered null']);
    }
  });

  it('survives a command that fails', async () => {
    const {terminal} = makeTerminal();
    await terminal.submit('fails');
    assert.equal(terminal.mode, 'command');
  });

  it('runs lines in the shell until it is left', async () => {
    const {terminal, asked} = makeTerminal({'if x:': 'incomplete', 'exit()': 'ended'});
    await terminal.submit('shell');
    assert.equal(terminal.prompt, '>>>');
    await terminal.submit('if x:');
    assert.equal(terminal.prompt, '...');
    terminal.interrupt();
    await untilMode(terminal, 'shell');
    assert.equal(terminal.prompt, '>>>');
    await terminal.submit('1\n2');
    terminal.end();
    await untilMode(terminal, 'command');
    assert.deepEqual(asked, [
      'manage.py shell',
      'shell null',
      '>>> if x:',
      'shell if x:',
      'shell \x03',
      '>>> 1',
      'shell 1',
      '>>> 2',
      'shell 2',
      '>>> exit()',
      'shell exit()',
    ]);
  });

  it('leaves scripts for the shell to Django', async () => {
    const {terminal, asked} = makeTerminal();
    await terminal.submit('shell -c "print(1)"');
    assert.deepEqual(asked, ['shell|-c|print(1)']);
  });

  it('completes commands, their words, and names in the shell', async () => {
    const {terminal} = makeTerminal();
    assert.deepEqual(await terminal.complete('mig'), {from: 0, words: ['migrate']});
    assert.deepEqual(await terminal.complete('migrate wo'), {from: 8, words: ['words-migrate']});
    await terminal.submit('shell');
    assert.deepEqual(await terminal.complete('print(Q.ob'), {from: 6, words: ['shell-Q.ob']});
  });
});

/** Each step of the terminal is a microtask away. */
async function untilMode(terminal: Terminal, mode: Terminal['mode']): Promise<void> {
  while (terminal.mode !== mode) await Promise.resolve();
}
