postMessage('the-secret');
