/**
 * Compile and instantiate WebAssembly at once in this thread, which may take its time. WebKit's
 * process crashes now and then where a worker is ended, e.g. by a reload of the page, while the
 * outcome of an asynchronous compilation is on its way to it (`JSC::VMTraps::deferTerminationSlow`
 * under `DeferredWorkTimer::doWork`, seen in WebKitGTK 2.50). Imported before Pyodide, which
 * compiles a module as soon as it is imported itself.
 */
type Instantiated = WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource;

function compile(bytes: BufferSource): Promise<WebAssembly.Module> {
  return attempt(() => new WebAssembly.Module(bytes));
}

function instantiate(
  source: BufferSource | WebAssembly.Module,
  imports?: WebAssembly.Imports,
): Promise<Instantiated> {
  return attempt(() => {
    if (source instanceof WebAssembly.Module) return new WebAssembly.Instance(source, imports);
    const module = new WebAssembly.Module(source);
    return {module, instance: new WebAssembly.Instance(module, imports)};
  });
}

/** What is thrown becomes a rejection. */
async function attempt<Result>(work: () => Result): Promise<Result> {
  return work();
}

Object.assign(WebAssembly, {compile, instantiate});
