from collections import Counter

from hypothesis import given, strategies as st

from prongsai.collect.evidence.reviewing.allotting import Room, Task, allot

PEOPLE = st.dictionaries(
    st.integers(1, 6), st.builds(Room, load=st.integers(0, 5), most=st.integers(0, 12)), max_size=6
)
TASKS = st.lists(st.tuples(st.integers(0, 4), st.frozensets(st.integers(1, 6), max_size=3)), max_size=40).map(
    lambda rows: [Task(key, group, barred) for key, (group, barred) in enumerate(rows)]
)


@given(TASKS, PEOPLE)
def test_nobody_gets_what_is_barred_or_more_than_the_most(tasks, people):
    given_to = allot(tasks, people)
    loads = Counter(given_to.values())

    assert [task.key for task in tasks if given_to.get(task.key) in task.barred] == []
    assert {p for p, n in loads.items() if people[p].load + n > people[p].most} == set()


@given(TASKS, PEOPLE)
def test_a_task_is_left_only_where_everybody_who_may_take_it_is_full(tasks, people):
    given_to = allot(tasks, people)
    loads = Counter(given_to.values())
    free = {person for person, room in people.items() if room.load + loads[person] < room.most}

    assert [task for task in tasks if task.key not in given_to and free - task.barred] == []


@given(st.integers(0, 60), st.integers(1, 6), st.integers(1, 5))
def test_where_nothing_is_barred_shares_differ_by_one_group_at_most(count, people, groups):
    given_to = allot(
        [Task(key, key % groups, frozenset()) for key in range(count)],
        {person: Room(0, 100) for person in range(people)},
    )
    loads = [Counter(given_to.values())[person] for person in range(people)]

    assert sum(loads) == count
    assert max(loads) - min(loads) <= -(-count // groups)


def test_what_belongs_together_stays_together():
    tasks = [Task(key, key // 3, frozenset()) for key in range(6)]

    assert allot(tasks, {1: Room(0, 9), 2: Room(0, 9)}) == {0: 1, 1: 1, 2: 1, 3: 2, 4: 2, 5: 2}


def test_somebody_stands_in_where_the_holder_of_a_group_may_not():
    tasks = [Task(0, 0, frozenset()), Task(1, 0, frozenset({1})), Task(2, 0, frozenset())]

    assert allot(tasks, {1: Room(0, 9), 2: Room(0, 9)}) == {0: 1, 1: 2, 2: 1}


def test_who_has_much_in_hand_gets_less():
    tasks = [Task(key, key, frozenset()) for key in range(4)]

    assert allot(tasks, {1: Room(3, 9), 2: Room(1, 9)}) == {0: 2, 1: 2, 2: 1, 3: 2}


def test_what_few_may_take_is_given_first():
    tasks = [Task(0, 0, frozenset()), Task(1, 1, frozenset({2}))]

    assert allot(tasks, {1: Room(0, 1), 2: Room(0, 1)}) == {0: 2, 1: 1}
