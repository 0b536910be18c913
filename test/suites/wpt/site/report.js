// The tests' hook for whoever runs them: what became of each goes to the window above all others.
{
  // Tests may change it later.
  const path = location.pathname + location.search;
  // As their own runners have it for slow machines.
  setup({timeout_multiplier: 3});
  add_completion_callback((tests, harness) => {
    const results = tests.map(({name, status, message}) => ({
      name,
      status:
        ['PASS', 'FAIL', 'TIMEOUT', 'NOTRUN', 'PRECONDITION_FAILED'][status] ?? String(status),
      message: message ?? '',
    }));
    const whole = ['OK', 'ERROR', 'TIMEOUT', 'PRECONDITION_FAILED'][harness.status];
    const suite = {path, whole, message: harness.message ?? '', results};
    if (self === top) self.suiteReport = suite;
    else top.postMessage({suite}, '*');
  });
}
