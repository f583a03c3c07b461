/** The parts of package.json that are checked. */
export interface PackageFile {
  readonly engines?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The parts of package-lock.json that are checked. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
/** npm runs these on install; the project must work without (`npm ci --ignore-scripts`). */
const ON_INSTALL = ["preinstall", "install", "postinstall", "prepare", "prepublish"];

/** What is wrong with package.json. */
export function packageFlaws(file: PackageFile): readonly string[] {
  const pins = Object.entries({ ...file.dependencies, ...file.devDependencies, ...file.optionalDependencies });
  return [
    ...pins.filter(([, version]) => !EXACT.test(version)).map(([name, version]) => `${name}: ${version} is not exact`),
    ...ON_INSTALL.filter((name) => file.scripts?.[name] !== undefined).map((name) => `script ${name} runs on install`),
    ...(file.engines?.node === ">=20.19" ? [] : [`engines.node: ${file.engines?.node}`]),
  ];
}

/** What is wrong with package-lock.json. */
export const lockFlaws = (file: LockFile): readonly string[] =>
  Object.entries(file.packages)
    .filter(([path]) => path !== "")
    .flatMap(([path, { hasInstallScript, resolved, integrity }]) => [
      ...(hasInstallScript === true ? [`${path}: has an install script`] : []),
      ...(resolved === undefined ? [] : [`${path}: names the address it came from`]),
      ...(integrity === undefined ? [`${path}: has no integrity`] : []),
    ]);

/** Packages that others ask for and the lock does not hold, as happens with binaries for other systems; `npm ci` then stops. */
export const missingFromLock = ({ packages }: LockFile): readonly string[] =>
  Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !placesOf(path, name).some((place) => packages[place] !== undefined))
      .map((name) => `${path}: ${name} is missing`),
  );

/** Where Node looks for a package from inside another: next to it, then ever further out. */
function placesOf(path: string, name: string): readonly string[] {
  const inner = path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  const out = path.lastIndexOf("node_modules/");
  return out < 0 ? [inner] : [inner, ...placesOf(path.slice(0, out).replace(/\/$/, ""), name)];
}
