using Grader.Layouts;

namespace Grader.Tests.Layouts;

public sealed class LayoutTests
{
    private const string Metadata = """
        ---
        submission_101:
          :submitters:
          - :name: Anna Arden
            :sid: '0101'
            :email: anna@example.org
          :created_at: 2026-11-20 10:00:00.000000000 Z
          :score: 3.0
          :results:
            :tests:
            - :name: not a submitter
        submission_102:
          :submitters:
          - :name: Ben O'Hara
            :sid:
            :email: ben@example.org
          - :name: 'Cy ''C'' Cole'
            :sid: "0103"
        """;

    [Test]
    public void Gradescope_IsRecognised_AndSaysWhoHandedInWhat()
    {
        var layout = Layout.Recognise([Layout.GradescopeArchive.Metadata], ["submission_101", "submission_102", "submission_103"], _ => Metadata);
        Assert.That(layout, Is.TypeOf<Layout.GradescopeArchive>());
        Assert.That(layout.Of("submission_101", isFolder: true), Is.EqualTo(new[] { new Origin("0101", "Anna Arden") }));
        Assert.That(layout.Of("submission_102", isFolder: true), Is.EqualTo(new[]
        {
            new Origin("ben@example.org", "Ben O'Hara") { IsOfGroup = true }, new Origin("0103", "Cy 'C' Cole") { IsOfGroup = true },
        }));
        Assert.That(layout.Of("submission_103", isFolder: true), Is.EqualTo(new[] { new Origin("submission_103") }));
        Assert.That(layout.Of("notes", isFolder: true), Is.Empty);
    }

    [TestCase("ardenanna_12345_67890_answers.json", "12345", "ardenanna", false, null)]
    [TestCase("ardenanna_LATE_12345_67890_answers.json", "12345", "ardenanna", true, null)]
    [TestCase("ardenanna_LATE_12345_67890_my_2_answers-3.json", "12345", "ardenanna", true, 4)]
    [TestCase("müllerjörg_5_6_a.json", "5", "müllerjörg", false, null)]
    [TestCase("latelena_12_13_LATE_14_15_x.json", "12", "latelena", false, null)]
    [TestCase("anon_x7Yz2_67890_answers.json", "anon_x7Yz2", null, false, null)]
    [TestCase("LATE_anon_x7Yz2_67890_answers.json", "anon_x7Yz2", null, true, null)]
    [TestCase("ardenanna_12345_text.html", "12345", "ardenanna", false, null)]
    public void Canvas_NamesAreRead(string name, string student, string? writtenName, bool late, int? attempt)
    {
        var layout = Layout.Recognise([name, "notes.txt", name], [], _ => null);
        Assert.That(layout, Is.TypeOf<Layout.CanvasArchive>());
        Assert.That(layout.Of(name, isFolder: false), Is.EqualTo(new[] { new Origin(student, writtenName) { IsLate = late, Attempt = attempt } }));
        Assert.That(layout.Of("notes.txt", isFolder: false), Is.Empty);
    }

    [TestCase("Anna Arden_12345_assignsubmission_file_", "12345", "Anna Arden")]
    [TestCase("Anna_Lena Arden_12345_assignsubmission_file", "12345", "Anna_Lena Arden")]
    [TestCase("Participant_7_assignsubmission_onlinetext_", "7", "Participant")]
    [TestCase("Anna Arden_12345_assignsubmission_file_answers.json", "12345", "Anna Arden")]
    public void Moodle_NamesAreRead(string name, string student, string writtenName)
    {
        var layout = Layout.Recognise([], [name], _ => null);
        Assert.That(layout, Is.TypeOf<Layout.MoodleArchive>());
        Assert.That(layout.Of(name, isFolder: true), Is.EqualTo(new[] { new Origin(student, writtenName) }));
    }

    [Test]
    public void FolderPerStudent_IsEveryFolderByItsName()
    {
        var layout = Layout.Recognise(["README.txt"], ["anna", ".git"], _ => null);
        Assert.That(layout, Is.TypeOf<Layout.FolderPerStudent>());
        Assert.That(layout.Of("anna", isFolder: true), Is.EqualTo(new[] { new Origin("anna") }));
        Assert.That(layout.Of("README.txt", isFolder: false).Concat(layout.Of(".git", isFolder: true)), Is.Empty);
    }

    [TestCase("s1_hw_2_3.json")]
    [TestCase("2026_11_21_answers.json.txt.json")]
    [TestCase("answers.json")]
    public void OtherFiles_AreAFolderOfFiles(string name) =>
        Assert.That(Layout.Recognise([name, "b.json", "c.json"], ["more"], _ => null), Is.TypeOf<Layout.FolderOfFiles>());
}
