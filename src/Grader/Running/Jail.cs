using System.Runtime.Versioning;

namespace Grader.Running;

/// <summary>
/// The little tree of files that a container sees as its root: the C library, the host, and places for the rest. Made once per
/// factory in a temporary folder of its own, and deleted with it. What a killed grader left behind goes with the next one.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Jail : IDisposable
{
    public const string HostProgramInside = "/app/grader-host";
    public const string RuntimeRootInside = "/dotnet";
    public const string LibrariesInside = "/lib";

    private const string Prefix = "grader-box-";
    private const string LockName = "lock";
    private const int MostAttempts = 10;
    private const string Loader = "/lib64/ld-linux-x86-64.so.2";
    private const UnixFileMode Reading = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Entering = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] Libraries =
        ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1", "libstdc++.so.6"];

    // Where distributions keep the C library of this architecture.
    private static readonly string[] LibraryFolders = ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib"];

    private readonly DirectoryInfo folder;
    private readonly FileStream life;

    private Jail(DirectoryInfo folder, FileStream life, IReadOnlyList<Mount> mounts, string runtimeRoot) =>
        (this.folder, this.life, Mounts, RuntimeRootOutside) = (folder, life, mounts, runtimeRoot);

    /// <summary>Folders of the machine that stand in the tree as they are.</summary>
    public IReadOnlyList<Mount> Mounts { get; }

    public string Root => RootOf(folder);

    public string HostProgramOutside => Root + HostProgramInside;

    public string RuntimeRootOutside { get; }

    /// <exception cref="BoxFaultException">A library is not where it should be, or the tree cannot be made.</exception>
    public static Jail Make(HostInstallation installation)
    {
        DeleteAbandoned();
        var (folder, life) = Claim();
        try
        {
            folder.UnixFileMode |= Entering;
            return new Jail(folder, life, Fill(RootOf(folder), installation, out var runtimeRoot), runtimeRoot);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            life.Dispose();
            TryDelete(folder);
            throw new BoxFaultException($"The box's folder cannot be made: {problem.Message}", problem);
        }
    }

    /// <summary>Keeps a file beside the tree, not in it.</summary>
    /// <returns>Its path.</returns>
    public string Keep(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose()
    {
        life.Dispose();
        TryDelete(folder);
    }

    /// <summary>A new folder with its lock held. Another grader that starts now may take the folder for abandoned before the lock is held.</summary>
    /// <exception cref="BoxFaultException">The place for temporary files cannot be written to.</exception>
    private static (DirectoryInfo Folder, FileStream Life) Claim()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var folder = Directory.CreateTempSubdirectory(Prefix);
                var path = Path.Combine(folder.FullName, LockName);
                var life = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                if (File.Exists(path)) return (folder, life);
                life.Dispose();
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                if (attempt == MostAttempts) throw new BoxFaultException($"The box's folder cannot be made: {problem.Message}", problem);
            }
        }
    }

    private static string RootOf(DirectoryInfo folder) => Path.Combine(folder.FullName, "root");

    private static Mount[] Fill(string root, HostInstallation installation, out string runtimeRoot)
    {
        foreach (var place in (IEnumerable<string>)["", "/proc", "/dev", "/tmp", RuntimeRootInside, RuntimeRootInside + "/shared", RuntimeRootInside + "/host"])
            MakeFolder(root + place);
        foreach (var device in (IEnumerable<string>)["/dev/null", "/dev/urandom"]) File.WriteAllBytes(root + device, []);
        MakeFolder(root + "/lib64");
        Copy(Loader, root + Loader);
        MakeFolder(root + LibrariesInside);
        foreach (var library in Libraries) Copy(FindLibrary(library), Path.Combine(root + LibrariesInside, library));
        CopyFolder(installation.Folder, root + Path.GetDirectoryName(HostProgramInside));

        string[] parts = ["shared/Microsoft.NETCore.App", "host/fxr"];
        Mount[] mounts = [.. parts.Select(part => new Mount(Path.Combine(installation.RuntimeRoot, part), $"{RuntimeRootInside}/{part}"))];
        var reachable = !Machine.IsRoot || mounts.All(mount => Machine.IsOpenToAll(mount.Outside));
        foreach (var mount in mounts)
        {
            if (reachable) MakeFolder(root + mount.Inside);
            else CopyFolder(mount.Outside, root + mount.Inside);
        }

        runtimeRoot = reachable ? installation.RuntimeRoot : root + RuntimeRootInside;
        return reachable ? mounts : [];
    }

    private static string FindLibrary(string name) =>
        LibraryFolders.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists)
        ?? throw new BoxFaultException($"The library {name} is in none of the places where it usually stands.");

    private static void CopyFolder(string source, string target)
    {
        MakeFolder(target);
        foreach (var inner in Directory.EnumerateDirectories(source)) CopyFolder(inner, Path.Combine(target, Path.GetFileName(inner)));
        foreach (var file in Directory.EnumerateFiles(source)) Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }

    // The mode is set afterwards: the user's mask may take from what a creation asks for.
    private static void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, Reading | Entering | UnixFileMode.UserWrite);
    }

    private static void Copy(string source, string target)
    {
        File.Copy(source, target);
        File.SetUnixFileMode(target, Reading | Entering | UnixFileMode.UserWrite);
    }

    // A grader that was killed left its folder, and its lock with nobody to hold it.
    private static void DeleteAbandoned()
    {
        foreach (var other in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            // In a folder that all may write, others may have put one there for a trap.
            if (Machine.OwnerOf(other.FullName) != UnixCalls.EffectiveUser()) continue;
            try
            {
                // Held while the folder goes: whoever gets the lock and still finds the file has a folder that nobody deletes.
                using (new FileStream(Path.Combine(other.FullName, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    other.Delete(recursive: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Another grader lives in it.
            }
        }
    }

    private static void TryDelete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next grader tries again.
        }
    }

    internal sealed record Mount(string Outside, string Inside);
}
