// What became of each test goes to the window above all others.
{
  // Tests may change it later.
  const path = location.pathname + location.search;
  const run = mocha.run;
  mocha.run = function (...args) {
    const results = [];
    const note = (status, message) => (test, error) =>
      results.push({name: test.fullTitle(), status, message: message ?? String(error?.message)});
    return run
      .apply(this, args)
      .on('pass', note('passed', ''))
      .on('fail', note('failed'))
      .on('pending', note('pending', ''))
      .on('end', () => {
        const suite = {path, whole: 'OK', message: '', results};
        if (self === top) self.suiteReport = suite;
        else top.postMessage({suite}, '*');
      });
  };
}
