using Grader.Exercises;

namespace Grader.Tests.Exercises;

public sealed class LibraryTests
{
    [TestCaseSource(typeof(RepositoryExercises), nameof(RepositoryExercises.Ids))]
    public void Library_WorksheetOfTheRepository_HasNoProblems(string id)
    {
        var found = Library.Open(RepositoryExercises.Folder).Find(id);

        Assert.That(found, Is.InstanceOf<Found.Success>(), found is Found.Unusable(_, var problems) ? string.Join('\n', problems) : null);
    }

    [Test]
    public void Library_NearlyRightName_SuggestsTheRightOne()
    {
        var found = Library.Open(RepositoryExercises.Folder).Find("logistic-initialisation");

        Assert.That(((Found.Unknown)found).Hint, Does.Contain("logistic-initialization"));
    }

    [TestCase("..")]
    [TestCase("../tests")]
    [TestCase("/etc")]
    [TestCase("")]
    public void Library_PathAsName_IsUnknown(string id) =>
        Assert.That(Library.Open(RepositoryExercises.Folder).Find(id), Is.InstanceOf<Found.Unknown>());

    [Test]
    public void Library_AskedTwice_ReadsOnce()
    {
        var library = Library.Open(RepositoryExercises.Folder);
        var first = library.Find("logistic-initialization");

        var second = library.Find("logistic-initialization");

        Assert.That(second, Is.SameAs(first));
    }

    [Test]
    public void Library_NoSuchFolder_IsEmpty() =>
        Assert.That(Library.Open(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).Ids, Is.Empty);
}
