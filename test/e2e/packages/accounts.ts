/** Accounts with addresses that are verified: the mail is read in the console. */
import {step} from '../journey.js';
import {until} from '../until.js';
import {visit, type Visit} from './visit.js';

const EMAIL = 'ada@example.com';
const FIRST = 'difference-engine';
const SECOND = 'analytical-engine';

await visit('accounts with allauth', '/pages/accounts.html', ['django_allauth'], use);

function use(on: Visit): void {
  step('takes a new account and writes to its address', async () => {
    const {output} = on.playground;
    await on.playground.isAt('/accounts/login/?next=/');
    await output.click({role: 'link', name: 'sign up'});
    await output.type({css: 'input[name=email]'}, EMAIL);
    await output.type({css: 'input[name=password1]'}, FIRST);
    await output.type({css: 'input[name=password2]'}, FIRST);
    await output.click({role: 'button', name: 'Sign Up'});
    await on.playground.isAt('/accounts/confirm-email/');
    await output.shows('Verify Your Email Address');
  });

  step('verifies it by the link in the mail', async () => {
    const {output, face} = on.playground;
    await face.click({css: '.console-toggle'});
    await face.click({css: '.mail > summary'});
    const link = await until('the mail has a link', async () =>
      /\/accounts\/confirm-email\/[\w:-]+\//.exec(await face.text()),
    );
    await on.playground.goTo(link[0]);
    await output.shows(`is an email address for user`);
    await output.click({role: 'button', name: 'Confirm'});
    await on.playground.isAt('/accounts/login/');
  });

  step('lets in who has the password', async () => {
    const {output} = on.playground;
    await on.playground.goTo('/');
    await signsIn(on, SECOND);
    await output.shows('The email address and/or password you specified are not correct.');
    await signsIn(on, FIRST);
    await output.shows(`Members only: ${EMAIL}`);
  });

  step('changes the password', async () => {
    const {output} = on.playground;
    await output.click({role: 'link', name: 'Change password'});
    await output.type({css: 'input[name=oldpassword]'}, FIRST);
    await output.type({css: 'input[name=password1]'}, SECOND);
    await output.type({css: 'input[name=password2]'}, SECOND);
    await output.click({role: 'button', name: 'Change Password'});
    await output.shows('Password successfully changed.');
    await on.playground.goTo('/accounts/logout/');
    await output.click({role: 'button', name: 'Sign Out'});
    await on.playground.isAt('/accounts/login/?next=/');
    await signsIn(on, SECOND);
    await output.shows(`Members only: ${EMAIL}`);
  });
}

async function signsIn({playground: {output}}: Visit, password: string): Promise<void> {
  await output.type({css: 'input[name=login]'}, EMAIL);
  await output.type({css: 'input[name=password]'}, password);
  await output.click({role: 'button', name: 'Sign In'});
}
