using Grader.Archives;
using Grader.Tests.Commands;

namespace Grader.Tests.Archives;

public sealed class ArchiveUnpackingTests
{
    private static readonly ArchiveLimits Small = new(Entries: 10, EntryBytes: 50_000, TotalBytes: 120_000, Ratio: 20, RatioFrom: 1000);

    private TemporaryFolder folder = null!;

    private string Target => Path.Combine(folder.Path, "deep", "target");

    private MadeArchive Archive => new(Path.Combine(folder.Path, "a.zip"));

    [SetUp]
    public void MakeFolder() => folder = new();

    [TearDown]
    public void Delete() => folder.Dispose();

    [TestCase("../escape.json", "leads out")]
    [TestCase("a/../../escape.json", "leads out")]
    [TestCase("a/./b.json", "leads out")]
    [TestCase("a//b.json", "leads out")]
    [TestCase("/etc/escape.json", "root of a disk")]
    [TestCase("C:/escape.json", "root of a disk")]
    [TestCase("c:escape.json", "root of a disk")]
    [TestCase("..\\escape.json", "backslash")]
    [TestCase("a\\b.json", "backslash")]
    [TestCase("a\nb.json", "control")]
    [TestCase("a\0b.json", "control")]
    public void NameThatLeadsElsewhere_IsRefused_AndTheRestGoesOn(string name, string reason)
    {
        var refused = Unpack(Archive.Add(name, "{}").Add("good.json", "{}").Write());
        Assert.That(refused.Single().Entry, Is.EqualTo(name));
        Assert.That(refused.Single().Reason, Does.Contain(reason));
        Assert.That(AllFiles(), Is.EqualTo(new[] { "a.zip", "deep/target/good.json" }));
    }

    [TestCase(0xA1FF, "link or a device", TestName = "A symbolic link")]
    [TestCase(0x21B6, "link or a device", TestName = "A character device")]
    [TestCase(0x61B6, "link or a device", TestName = "A block device")]
    [TestCase(0x11B6, "link or a device", TestName = "A pipe")]
    [TestCase(0xC1B6, "link or a device", TestName = "A socket")]
    public void EntryThatIsNoFile_IsRefused(int mode, string reason)
    {
        var refused = Unpack(Archive.Add("link.json", "/etc/passwd", mode).Add("good.json", "{}", 0x81A4).Write());
        Assert.That(refused.Single().Reason, Does.Contain(reason));
        Assert.That(AllFiles(), Is.EqualTo(new[] { "a.zip", "deep/target/good.json" }));
    }

    [TestCase("a.json", "a.json", "same name")]
    [TestCase("a.json", "A.JSON", "same name")]
    [TestCase("\u00e9.json", "e\u0301.json", "same name")]
    [TestCase("a.json", "a.json/b.json", "same name")]
    [TestCase("a.json/b.json", "a.json", "same name")]
    public void NamesThatCollide_TheSecondIsRefused(string first, string second, string reason)
    {
        var refused = Unpack(Archive.Add(first, "1").Add(second, "2").Write());
        Assert.That(refused.Single().Number, Is.EqualTo(2));
        Assert.That(refused.Single().Reason, Does.Contain(reason));
        Assert.That(File.ReadAllText(Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Single()), Is.EqualTo("1"));
    }

    [Test]
    public void Bomb_IsStoppedWhereItGrows()
    {
        var noise = new byte[60_000];
        new Random(1).NextBytes(noise);
        var refused = Unpack(Archive.Add("zeros.json", new byte[40_000]).Add("large.json", noise).Add("good.json", "{}").Write());
        Assert.That(refused.Select(entry => entry.Reason), Is.EqualTo(new[] { "Each of its bytes unpacks to more than 20.", "It unpacks to more than 50000 bytes." }));
        Assert.That(AllFiles(), Is.EqualTo(new[] { "a.zip", "deep/target/good.json" }));
    }

    [Test]
    public void ManyEntriesTogether_StopAtTheTotal()
    {
        var archive = Archive;
        for (var k = 0; k < 4; k++)
        {
            var noise = new byte[40_000];
            new Random(k).NextBytes(noise);
            archive.Add($"{k}.json", noise);
        }

        var refused = Unpack(archive.Write());
        Assert.That(refused.Select(entry => entry.Entry), Is.EqualTo(new[] { "3.json" }));
        Assert.That(refused.Single().Reason, Does.Contain("The archive unpacks to more than 120000 bytes."));
    }

    [Test]
    public void MoreEntriesThanAllowed_RefuseTheArchive()
    {
        var archive = Archive;
        for (var k = 0; k < 11; k++) archive.Add($"{k}.json", "{}");
        Assert.That(() => Unpack(archive.Write()), Throws.TypeOf<InvalidDataException>().With.Message.Contains("11 entries"));
    }

    [Test]
    public void EncryptedEntry_IsNamed() =>
        Assert.That(Unpack(Archive.Add("secret.json", "{}").WriteEncrypted()).Single().Reason, Is.EqualTo("It is encrypted."));

    [Test]
    public void EntryWithAnotherChecksum_IsNamedAndGone()
    {
        Assert.That(Unpack(Archive.Add("a.json", "{ \"worksheet\": \"x\" }").WriteDamaged()).Single().Reason, Does.Contain("damaged"));
        Assert.That(AllFiles(), Is.EqualTo(new[] { "a.zip" }));
    }

    [Test]
    public void NestedArchivesAndOtherFiles_AreThereByNameOnly()
    {
        Assert.That(Unpack(Archive.Add("inner.zip", "PK").Add("essay.pdf", "%PDF").Add("a.json", "{}").Add("__MACOSX/a.json", "x").Write()), Is.Empty);
        Assert.That(new FileInfo(Path.Combine(Target, "inner.zip")).Length + new FileInfo(Path.Combine(Target, "essay.pdf")).Length, Is.Zero);
        Assert.That(AllFiles(), Does.Not.Contain("deep/target/__MACOSX/a.json"));
    }

    [Test]
    public void NoZipArchive_IsSaid() =>
        Assert.That(() => Unpack(folder.Write("a.zip", "PK but nothing else")), Throws.TypeOf<InvalidDataException>());

    private IReadOnlyList<RefusedEntry> Unpack(string archive) => ArchiveUnpacking.Unpack(archive, Target, Small);

    private IEnumerable<string> AllFiles() =>
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
