/** The analyzer would write into package.json where it put the manifest, drafts included. */
export default {packagejson: false};
