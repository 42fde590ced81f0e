using System.Net;
using System.Net.Sockets;

namespace Attacks.Tests;

/// <summary>What stands outside of the box, and must not be read, written or spoken to: a file, a folder, a port.</summary>
internal sealed class Surrounding : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("attacked");
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public Surrounding()
    {
        File.WriteAllText(Secret, "the answer key");
        // Whoever the box runs as: only the box keeps its code from this.
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0x1FF);
        File.SetUnixFileMode(Secret, (UnixFileMode)0x1B6);
        listener.Start();
        Environment.SetEnvironmentVariable("MARK_OF_THE_GRADER", "1");
    }

    /// <summary>The words of the hostile sources that stand for these.</summary>
    public (string Word, string Meaning)[] Words =>
    [
        ("PATH_OF_THE_SECRET", Secret),
        ("FOLDER_TO_WRITE_TO", folder.FullName),
        ("PORT_OF_A_LISTENER", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private string Secret => Path.Combine(folder.FullName, "key");

    public void AssertUntouched()
    {
        Assert.That(File.ReadAllText(Secret), Is.EqualTo("the answer key"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.FullName), Is.EqualTo([Secret]), "files written outside of the box");
        Assert.That(listener.Pending(), Is.False, "a connection from the box");
    }

    public void Dispose()
    {
        listener.Dispose();
        folder.Delete(recursive: true);
    }
}
