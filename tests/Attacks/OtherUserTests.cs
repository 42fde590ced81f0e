using System.Diagnostics;
using Grader.Running;

namespace Attacks.Tests;

/// <summary>The table once more as an ordinary user, where the tests run as root.</summary>
public sealed class OtherUserTests
{
    [Test]
    public void Table_AsOrdinaryUser_EndsAsItHasTo([Values(IsolationLevel.Bubblewrap, IsolationLevel.Seal)] IsolationLevel level)
    {
        if (!Environment.IsPrivilegedProcess) Assert.Pass("The other tests of this project ran as an ordinary user already.");
        using var program = Copied.Program();
        using var run = Process.Start(new ProcessStartInfo(
            "setpriv",
            ["--reuid", "65534", "--regid", "65534", "--clear-groups", Environment.ProcessPath!, "exec", program.Assembly, "table", level.Name()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            Environment = { ["HOME"] = program.Home, ["TMPDIR"] = program.Home },
        })!;
        var complaints = run.StandardError.ReadToEndAsync();
        var said = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Assert.That(run.ExitCode, Is.Zero, said + complaints.Result);
        Assert.That(said, Does.Match(@"^\d{2,} attacks, 0 wrong"));
    }

    /// <summary>This program where everybody may read it: a folder of the project need not be open to others.</summary>
    private sealed record Copied(DirectoryInfo Folder) : IDisposable
    {
        public string Assembly => Path.Combine(Folder.FullName, "program", Path.GetFileName(typeof(OtherUserTests).Assembly.Location));

        public string Home => Path.Combine(Folder.FullName, "home");

        public static Copied Program()
        {
            var copied = new Copied(Directory.CreateTempSubdirectory("attacker"));
            File.SetUnixFileMode(copied.Folder.FullName, (UnixFileMode)0x1ED);
            File.SetUnixFileMode(Directory.CreateDirectory(copied.Home).FullName, (UnixFileMode)0x1FF);
            Copy(AppContext.BaseDirectory, Path.Combine(copied.Folder.FullName, "program"));
            return copied;
        }

        public void Dispose() => Folder.Delete(recursive: true);

        private static void Copy(string source, string target)
        {
            File.SetUnixFileMode(Directory.CreateDirectory(target).FullName, (UnixFileMode)0x1ED);
            foreach (var folder in Directory.EnumerateDirectories(source)) Copy(folder, Path.Combine(target, Path.GetFileName(folder)));
            foreach (var file in Directory.EnumerateFiles(source))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
                File.SetUnixFileMode(Path.Combine(target, Path.GetFileName(file)), (UnixFileMode)0x1ED);
            }
        }
    }
}
