export default 'the-secret';
