// TypeScript in components holds types only, which the compiler strips by itself.
export default { compilerOptions: { runes: true } };
