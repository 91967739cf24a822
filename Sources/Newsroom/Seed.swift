package enum NewsroomSeed {}
